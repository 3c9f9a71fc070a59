import { handOff as decide } from '@camket/core'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { departmentsOf, merchantById } from '../merchants/store.ts'
import { staffOf } from '../staff/store.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { By } from './staff-message.ts'
import { privateNote } from './with-note.ts'

type HandOff = {
  readonly code: string
  readonly departmentId: string
  readonly ownerId?: string | undefined
  readonly reason: string
  readonly note?: string | undefined
}

/** Hands a ticket to a department or person, with a public reason; private words become a note. */
export async function handOff(context: Context, by: By, input: HandOff): Promise<void> {
  const words = privateNote(context, by, input.note)
  const { departmentId, ownerId, reason } = input
  const where = {
    toDepartment: departmentId,
    reason,
    by: { type: 'staff', id: by.id },
    ...present({ toOwner: ownerId }),
  } as const
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code: input.code,
    decide: async ({ state }, commitment) => {
      await requireKnown(context, by.merchantId, input)
      return words.behind(decide(state, where, commitment, context.now), commitment)
    },
    beside: words.beside,
  })
}

const mayOwn = new Set(['owner', 'lead', 'staff'])

/** Raises `invalid_body` for a department, person or reason that this merchant does not have. */
async function requireKnown({ db }: Context, merchantId: string, input: HandOff): Promise<void> {
  const [departments, staff, [merchant]] = await db.batch([
    departmentsOf(db, merchantId),
    staffOf(db, merchantId),
    merchantById(db, merchantId),
  ])
  const owns = ({ member }: (typeof staff)[number]) =>
    member.id === input.ownerId && mayOwn.has(member.role) && !member.deactivatedAt
  const wrong = [
    !departments.some(({ id }) => id === input.departmentId) && '/departmentId',
    input.ownerId !== undefined && !staff.some(owns) && '/ownerId',
    !merchant?.handOffReasons.some(({ code }) => code === input.reason) && '/reason',
  ].filter((pointer) => typeof pointer === 'string')
  if (wrong.length === 0) return
  const message = 'Choose one of those that the desk offers.'
  raise('invalid_body', message, {
    errors: wrong.map((pointer) => ({ pointer, code: 'unknown_choice', message })),
  })
}
