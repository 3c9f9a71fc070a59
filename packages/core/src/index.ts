export {
  type Calendar,
  CalendarError,
  type CalendarProblem,
  type CalendarProblemCode,
  parseWindow,
  type Weekday,
  weekdays,
} from './calendar.ts'
export { checkCalendar } from './check-calendar.ts'
export { ClockPausedError, dueAt, type Pause, type TimeLeft, timeLeft } from './due-at.ts'
export {
  checkDuration,
  type Duration,
  DurationError,
  type DurationProblem,
  type DurationUnit,
  durationUnits,
} from './duration.ts'
export { isOpen, nextOpening, type OpenInterval, openIntervals, openMillisBetween } from './open-intervals.ts'
