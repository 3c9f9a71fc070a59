import {
  type Calendar,
  CalendarError,
  type CalendarProblem,
  type OpenWindow,
  parseWindow,
  tryReadCalendar,
  weekdays,
} from './calendar.ts'
import { dayMillis } from './local-clock.ts'
import { nextOpening } from './open-intervals.ts'

type Placed = OpenWindow & { readonly pointer: string }
type Pair = readonly [first: Placed, second: Placed]

/**
 * Everything that is wrong with a calendar, for the person who writes it; empty when nothing is. With an instant
 * it also says when the calendar never opens in the 400 days after it.
 *
 * An overnight window may run into the windows of a date: that is open time once, and no mistake.
 */
export function checkCalendar(calendar: Calendar, at?: Date): CalendarProblem[] {
  const problems = [...tryReadCalendar(calendar).problems, ...overlaps(calendar)]
  if (at === undefined || problems.length > 0) return problems
  try {
    nextOpening(calendar, at)
    return []
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    return [{ pointer: error.pointer, code: error.code, message: error.message }]
  }
}

function overlaps(calendar: Calendar): CalendarProblem[] {
  const week = weekdays.map((weekday) => place(calendar.week[weekday] ?? [], `/week/${weekday}`))
  const dates = Object.entries(calendar.dates ?? {}).map(([date, texts]) => place(texts, `/dates/${date}`))
  const pairs = [...week, ...dates].flatMap(overlapsInDay)
  const overnightPairs = week.flatMap((windows, index) => {
    const nextDay = week[(index + 1) % week.length] ?? []
    return windows.flatMap((first) =>
      nextDay
        .filter(({ startMillis }) => startMillis + dayMillis < first.endMillis)
        .map((second): Pair => [first, second]),
    )
  })
  return [...pairs, ...overnightPairs].map(([first, second]) => ({
    pointer: second.pointer,
    code: 'calendar_windows_overlap',
    message: `This window begins before ${first.pointer} has ended; join the two, or move one.`,
  }))
}

/** Each window that begins before an earlier one of the same day has ended, with that one. */
function overlapsInDay(windows: readonly Placed[]): Pair[] {
  const sorted = [...windows].sort((a, b) => a.startMillis - b.startMillis)
  const pairs: Pair[] = []
  let longest: Placed | undefined
  for (const window of sorted) {
    if (longest && window.startMillis < longest.endMillis) pairs.push([longest, window])
    if (!longest || window.endMillis > longest.endMillis) longest = window
  }
  return pairs
}

function place(texts: readonly string[], pointer: string): Placed[] {
  return texts.flatMap((text, index) => {
    const window = parseWindow(text)
    return window ? [{ ...window, pointer: `${pointer}/${index}` }] : []
  })
}
