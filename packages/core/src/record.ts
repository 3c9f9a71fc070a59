import type { Commitment } from './commitment.ts'
import { calendarNamed } from './deadline.ts'
import { timeTaken } from './due-at.ts'
import { dateIn } from './local-clock.ts'
import { minutesShown } from './record-minutes.ts'
import type { Deadline, OwedRemedy, TicketState } from './ticket-state.ts'
import type { Milestone, Money, RemedyState } from './vocabulary.ts'

/** `late`: missed, and reached afterwards. `missed`: not reached yet, or never. Of both the miss counts. */
export const recordOutcomes = ['kept', 'late', 'missed', 'excluded'] as const
export type RecordOutcome = (typeof recordOutcomes)[number]

/**
 * What one deadline says in a merchant's public record. Nothing about who asked or for what: a day, a pledge and how
 * it went, with the time rounded so that nobody knows it again.
 */
export type RecordLine = {
  /** The local day on which it fell due, `YYYY-MM-DD`, by the clocks of the pledge's calendar. */
  readonly day: string
  readonly pledge: string
  readonly milestone: Milestone
  readonly outcome: RecordOutcome
  /** Reached within so many minutes, as the pledge counts them: open time or real time, pauses left out. */
  readonly minutes?: number
  /** Of a missed one whose pledge owes something. */
  readonly remedy?: { readonly state: RemedyState; readonly amount?: Money }
}

/** What a change does to the line of one deadline; an absent side means that it has none. */
export type RecordChange = {
  readonly number: number
  readonly before?: RecordLine
  readonly after?: RecordLine
}

/** Undefined while it is open and not on record as missed; between departments nothing is public. */
export function recordLine(
  deadline: Deadline,
  { remedies }: Pick<TicketState, 'remedies'>,
  commitment: Commitment,
): RecordLine | undefined {
  const outcome = outcomeOf(deadline)
  if (!outcome || deadline.internal) return undefined
  const { pledge, milestone, startedAt, within, pauses, metAt } = deadline
  const calendar = calendarNamed(deadline.calendar, commitment)
  const remedy = remedies.find(({ deadlineNumber }) => deadlineNumber === deadline.number)
  const day = dateIn(calendar.timeZone, deadline.missedAt ?? deadline.dueAt)
  const line = { day, pledge, milestone, outcome, ...(remedy && { remedy: shownRemedy(remedy) }) }
  if (!metAt || outcome === 'excluded') return line
  return { ...line, minutes: minutesShown(timeTaken(startedAt, within, calendar, pauses, metAt).millis) }
}

/** The lines that a change adds, alters or takes back. */
export function recordChanges(
  before: TicketState | undefined,
  after: TicketState,
  commitment: Commitment,
): RecordChange[] {
  return after.deadlines.flatMap((deadline, index) => {
    const previous = before?.deadlines[index]
    if (previous === deadline && before && hasSameRemedy(deadline, before, after)) return []
    const was = before && previous && recordLine(previous, before, commitment)
    const is = recordLine(deadline, after, commitment)
    if (isSameLine(was, is)) return []
    return [{ number: deadline.number, ...(was && { before: was }), ...(is && { after: is }) }]
  })
}

function outcomeOf({ missedAt, metAt, excluded }: Deadline): RecordOutcome | undefined {
  if (missedAt) return metAt ? 'late' : 'missed'
  if (excluded) return 'excluded'
  return metAt && 'kept'
}

function shownRemedy({ state, settled }: OwedRemedy): NonNullable<RecordLine['remedy']> {
  return { state, ...(settled?.amount && { amount: settled.amount }) }
}

function hasSameRemedy({ number }: Deadline, before: TicketState, after: TicketState): boolean {
  const ofThis = ({ deadlineNumber }: OwedRemedy) => deadlineNumber === number
  return before.remedies.find(ofThis) === after.remedies.find(ofThis)
}

/** Both were made above, with their members in one order. */
function isSameLine(one: RecordLine | undefined, other: RecordLine | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
