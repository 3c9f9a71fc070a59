export { accentColors, accentFor } from './accent.ts'
export { answer } from './answer.ts'
export {
  type Calendar,
  CalendarError,
  type CalendarProblem,
  type CalendarProblemCode,
  parseWindow,
  type Weekday,
  weekdays,
} from './calendar.ts'
export { call } from './call.ts'
export { checkCalendar } from './check-calendar.ts'
export { checkCommitment } from './check-commitment.ts'
export { chooseRemedy } from './choose-remedy.ts'
export { close } from './close.ts'
export type * from './commitment.ts'
export type { CommitmentProblem } from './commitment-problem.ts'
export {
  type ClauseChange,
  type CommitmentComparison,
  type ComparedClause,
  compareCommitments,
  compareLists,
} from './compare-commitments.ts'
export { customerReply } from './customer-reply.ts'
export { calendarNamed, isUnmet, nextWarningAt, remainingMillis, startDeadline, stateAt } from './deadline.ts'
export { disputeRemedy } from './dispute-remedy.ts'
export { ClockPausedError, dueAt, type Pause, type TimeLeft, timeLeft } from './due-at.ts'
export {
  checkDuration,
  type Duration,
  DurationError,
  type DurationProblem,
  type DurationUnit,
  durationUnits,
} from './duration.ts'
export {
  type EventJson,
  eventFromJson,
  eventToJson,
  type PauseJson,
  pausesFromJson,
  pausesToJson,
} from './event-json.ts'
export { factNamesOf } from './fact-names.ts'
export { type DeadlineRequest, type FileRequest, fileTicket, previewDeadlines } from './file-ticket.ts'
export { applyEvent, foldEvents } from './fold.ts'
export { foldText } from './fold-text.ts'
export { type HandOffInput, handOff } from './hand-off.ts'
export { hold } from './hold.ts'
export { isOpenRemedy } from './is-open-remedy.ts'
export { dateIn } from './local-clock.ts'
export { lookBack, type PledgeTally, type Tallies } from './look-back.ts'
export { normalizePhone } from './normalize-phone.ts'
export { note } from './note.ts'
export { offersOf } from './offers-of.ts'
export { isOpen, nextOpening, type OpenInterval, openIntervals, openMillisBetween } from './open-intervals.ts'
export { type Owed, type OwedLine, type OwedReason, owedAt } from './owed-at.ts'
export * from './pay-ways.ts'
export { isRefusal } from './perform-act.ts'
export { matchPledges, type PledgeRequest } from './pledge.ts'
export { type PreviewedDeadline, previewCommitment } from './preview-commitment.ts'
export { rate } from './rate.ts'
export {
  type RecordChange,
  type RecordLine,
  type RecordOutcome,
  recordLine,
  recordOutcomes,
} from './record.ts'
export {
  addCounters,
  countersOf,
  dueOf,
  noCounters,
  type RecordCounters,
  type Tally,
} from './record-counters.ts'
export { recordDue } from './record-due.ts'
export { figuresOf, type Hiding, type RecordFigures, recordGroupMin, smallGroups } from './record-figures.ts'
export { recordMisses } from './record-misses.ts'
export {
  dateAfter,
  daysOfMonth,
  earlier,
  isWhole,
  monthAfter,
  type RecordWindow,
  type RecordWindowDays,
  recordWindowsDays,
  windowOf,
} from './record-window.ts'
export { remedyStateAt } from './remedy-state-at.ts'
export { remedyWatchAt } from './remedy-watch-at.ts'
export { type ResolveInput, resolve } from './resolve.ts'
export { resume } from './resume.ts'
export { setFacts } from './set-facts.ts'
export { setKind } from './set-kind.ts'
export { setPlan } from './set-plan.ts'
export { setPriority } from './set-priority.ts'
export { settleRemedy } from './settle-remedy.ts'
export { makeTicketCode, parseTicketCode } from './ticket-code.ts'
export type * from './ticket-state.ts'
export { type Act, acts, actsIn, outcomesFor, transitions } from './transitions.ts'
export * from './vocabulary.ts'
export { wait } from './wait.ts'
export { waiveRemedy } from './waive-remedy.ts'
export { type Coverage, type CoverageReason, coverageOf, type WarrantyTerms } from './warranty.ts'
export { withdraw } from './withdraw.ts'
export * from './wording.ts'
export { type ExampleDelay, type ExampleRun, type WorkedExample, workedExample } from './worked-example.ts'
