import { type FileRequest, fileTicket } from '../src/file-ticket.ts'
import { isRefusal } from '../src/perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from '../src/ticket-state.ts'
import type { Kind, Milestone } from '../src/vocabulary.ts'
import { exampleCommitment } from './example-commitment.ts'

export const tuan: StaffActor = { type: 'staff', id: 'tuan' }
export const hoa: StaffActor = { type: 'staff', id: 'hoa' }

/** A local time of the shop, in the week of Monday 23 November 2026 and after: `at('24', '09:00')`. */
export const at = (day: string, time: string) => new Date(`2026-11-${day}T${time}:00+07:00`)

export const monday = at('23', '09:00')

export const requestOf = (kind: Kind): FileRequest => ({
  kind,
  channel: 'widget',
  customerId: 'customer-1',
  customerType: 'consumer',
  commitmentVersion: 3,
  departmentId: 'service',
})

/** Filed on Monday at 9:00 by the customer. */
export const filed = (kind: Kind = 'warranty', more: Partial<FileRequest> = {}): TicketState =>
  fileTicket({ ...requestOf(kind), ...more }, exampleCommitment, monday, { type: 'customer' }).after

/** The change, where a test expects that nothing is refused. */
export function done(result: Change | Refusal): Change {
  if (isRefusal(result)) throw new Error(`Refused: ${result.refused}`)
  return result
}

export const stateAfter = (result: Change | Refusal): TicketState => done(result).after

export const eventTypes = (result: Change | Refusal) => done(result).events.map(({ data }) => data.type)

export function deadlineOf({ deadlines }: TicketState, milestone: Milestone) {
  const deadline = deadlines.findLast((each) => each.milestone === milestone)
  if (!deadline) throw new Error(`No deadline for ${milestone}`)
  return deadline
}
