import type { RematchView, rematchBody } from '@camket/contracts'
import { type Deadline, isRefusal, setKind, setPriority, stateAt, type TicketState } from '@camket/core'
import { present } from '@camket/core/present'
import type * as z from 'zod'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { raiseRefusal } from '../http/raise-refusal.ts'
import { readCallbackFrom, readHistory } from './contents-store.ts'
import type { By } from './staff-message.ts'
import { readTicket } from './store.ts'

type Wish = z.output<typeof rematchBody>

/** What another kind or priority would do to the deadlines if it were set now. Raises `act_not_possible`. */
export async function previewRematch(
  { db, now }: Context,
  by: By,
  { code, ...wish }: Wish & { readonly code: string },
): Promise<RematchView> {
  const ticket = await readTicket(db, by.merchantId, code)
  if (!ticket) return raise('ticket_not_found', 'Check the code.')
  const { id, state } = ticket
  const [commitment, history, callbackFrom] = await Promise.all([
    readCommitment(db, by.merchantId, state.ticket.commitmentVersion),
    readHistory(db, id),
    readCallbackFrom(db, id),
  ])
  if (!commitment) throw new Error(`Ticket ${id} has no commitment ${state.ticket.commitmentVersion}`)
  const past = { history, by: { type: 'staff', id: by.id }, reason: 'other' } as const
  const { kind = state.ticket.kind, priority = state.ticket.priority } = wish
  // One after the other, as they would be set; what stays the same changes nothing.
  const ofKind = setKind(state, { ...past, kind, callbackFrom }, commitment, now)
  if (isRefusal(ofKind)) return raiseRefusal(ofKind)
  const both = setPriority(ofKind.after, { ...past, priority }, commitment, now)
  if (isRefusal(both)) return raiseRefusal(both)
  return { changes: differences(state, both.after, now) }
}

function differences(before: TicketState, after: TicketState, now: Date): RematchView['changes'] {
  return after.deadlines.flatMap((deadline, index) => {
    const { milestone, internal = false } = deadline
    if (milestone === 'remedy_settled') return []
    const [was, is] = [sideOf(before.deadlines[index], now), sideOf(deadline, now)]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ milestone, internal, ...present({ before: was, after: is }) }]
  })
}

function sideOf(deadline: Deadline | undefined, now: Date) {
  if (!deadline) return undefined
  const state = stateAt(deadline, now)
  if (state === 'excluded') return undefined
  return { pledge: deadline.pledge, dueAt: deadline.dueAt.toISOString(), state }
}
