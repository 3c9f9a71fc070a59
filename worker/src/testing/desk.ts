import type { DeskTicket } from '@camket/contracts'
import { type Called, call } from './call.ts'
import { cookieOf } from './open-shop.ts'

export type ActId =
  | 'replyToTicket'
  | 'noteOnTicket'
  | 'setPriority'
  | 'setKind'
  | 'setFacts'
  | 'setPlan'
  | 'handOff'
  | 'setStatus'
  | 'recordCall'
  | 'resolveTicket'

/** Words to a customer by somebody who has seen everything. */
export const said = { text: 'Dạ em chào chị', seenSequence: 1_000 }

/** Every act of the desk, as it is possible on a warranty request that was just filed. */
export const acts: readonly (readonly [ActId, object])[] = [
  ['replyToTicket', said],
  ['noteOnTicket', { text: 'Gọi kho' }],
  ['setPriority', { priority: 'high', reason: 'more_urgent' }],
  ['setKind', { kind: 'complaint', reason: 'mistaken' }],
  ['setFacts', { facts: { order_amount: 7_490_000 } }],
  ['setPlan', { text: 'Thay máy nén' }],
  ['handOff', { departmentId: 'mer_1.care', reason: 'needs_parts' }],
  ['setStatus', { status: 'waiting' }],
  ['recordCall', { reached: true }],
  ['resolveTicket', { outcome: 'repaired', ...said }],
]

type More = Omit<NonNullable<Parameters<typeof call>[1]>, 'body' | 'at'>

/** As `nhan.vien`, unless said otherwise. */
export function act<Id extends ActId>(
  id: Id,
  code: string,
  body: object,
  more: More = {},
): Promise<Called<Id>> {
  return call(id, { at: { code }, body, cookie: cookieOf('nhan.vien'), ...more })
}

/** A ticket as staff see it. */
export async function ticketOf(code: string): Promise<DeskTicket> {
  const { value } = await call('getDeskTicket', { at: { code }, cookie: cookieOf('nhan.vien') })
  return value
}
