import { answer } from './answer.ts'
import type { Commitment } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { type DeadlineRequest, fileTicket } from './file-ticket.ts'
import { type Owed, owedAt } from './owed-at.ts'
import { isRefusal } from './perform-act.ts'
import { recordMisses } from './record-misses.ts'
import type { Deadline, TicketState } from './ticket-state.ts'
import type { Facts } from './vocabulary.ts'

export type PreviewedDeadline = {
  readonly deadline: Deadline
  /** What is owed so long after the deadline; empty where the pledge owes nothing. */
  readonly owed: readonly { readonly at: Date; readonly lateMinutes: number; readonly owed: Owed }[]
}

const minuteMillis = 60_000

/**
 * What a commitment means for a made-up request: its deadlines, with that of a next reply as if the customer wrote
 * once more at the instant of filing, and what each of them owes so many real minutes after it passed unmet.
 */
export function previewCommitment(
  request: DeadlineRequest & { readonly facts?: Facts | undefined },
  commitment: Commitment,
  filedAt: Date,
  late_minutes: readonly number[],
): PreviewedDeadline[] {
  const { facts = {}, ...rest } = request
  const identity = { customerId: '', commitmentVersion: 0, departmentId: '' }
  const { after } = fileTicket({ ...rest, ...identity }, commitment, filedAt, { type: 'customer' })
  const filed = { ...after, ticket: { ...after.ticket, facts } }
  const talked = talkedAbout(filed, commitment, filedAt)
  return [filed, talked].flatMap((state) =>
    state.deadlines
      .filter(({ milestone }) => (milestone === 'next_reply') === (state === talked))
      .map((deadline) => ({ deadline, owed: owedLate(deadline, state, commitment, late_minutes) })),
  )
}

/** Answered at once, and asked again. */
function talkedAbout(filed: TicketState, commitment: Commitment, at: Date): TicketState {
  const answered = answer(filed, { messageId: '', by: { type: 'staff', id: '' } }, commitment, at)
  if (isRefusal(answered)) return filed
  const asked = customerReply(answered.after, { messageId: '' }, commitment, at)
  return isRefusal(asked) ? filed : asked.after
}

function owedLate(
  { number, dueAt, remedy }: Deadline,
  state: TicketState,
  commitment: Commitment,
  late_minutes: readonly number[],
): PreviewedDeadline['owed'] {
  if (!remedy) return []
  return late_minutes.flatMap((lateMinutes) => {
    const at = new Date(dueAt.getTime() + lateMinutes * minuteMillis)
    const late = recordMisses(state, commitment, at)?.after ?? state
    const owing = late.remedies.find(({ deadlineNumber }) => deadlineNumber === number)
    return owing ? [{ at, lateMinutes, owed: owedAt(owing, late, commitment, at) }] : []
  })
}
