import type { Commitment } from './commitment.ts'
import { handOffClocks } from './hand-off-clocks.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

export type HandOffInput = {
  readonly toDepartment: string
  /** Absent: the department's lead answers for it. */
  readonly toOwner?: string | undefined
  /** A code of the merchant's public list of reasons. */
  readonly reason: string
  readonly by: Actor
}

/** A change of department or owner: counted in public. To where it already lies, it changes nothing. */
export function handOff(
  before: TicketState,
  { toDepartment, toOwner, reason, by }: HandOffInput,
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { departmentId: fromDepartment, ownerId: fromOwner } = before.ticket
  return performAct('hand_off', { before, by, commitment, now }, (draft) => {
    if (fromDepartment === toDepartment && fromOwner === toOwner) return
    draft.add({
      type: 'handed_off',
      fromDepartment,
      toDepartment,
      reason,
      ...present({ fromOwner, toOwner }),
    })
    if (fromDepartment !== toDepartment) handOffClocks(draft)
  })
}
