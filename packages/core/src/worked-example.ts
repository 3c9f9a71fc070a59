import { readCalendar } from './calendar.ts'
import type { Accrual, Commitment, Pledge, Remedy } from './commitment.ts'
import { calendarNamed, startDeadline } from './deadline.ts'
import { dueAt } from './due-at.ts'
import type { Duration } from './duration.ts'
import { dayMillis, dayOf, localReading, minuteMillis, startOfDay } from './local-clock.ts'
import { lastClosing } from './open-intervals.ts'
import { type Owed, owedAt } from './owed-at.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'
import type { Facts, Kind } from './vocabulary.ts'

/** One clock as it would run. */
export type ExampleRun = { readonly startedAt: Date; readonly dueAt: Date }

/** What would be owed if the deadline of the example were met only so long after it. */
export type ExampleDelay = {
  /** In the remedy's own kind of day where it counts days, else in hours of the clock. */
  readonly late: Duration
  readonly at: Date
  /** For each of the remedy's offers; one where there is no choice. */
  readonly owed: readonly Owed[]
}

export type WorkedExample = ExampleRun & {
  /** The same clock begun shortly before a day off, where days off stop it and the first run shows none. */
  readonly overDayOff?: ExampleRun & {
    /** The first day without opening hours that it stands still on, `YYYY-MM-DD`. */
    readonly dayOff: string
  }
  /** Only where what is owed grows with time. */
  readonly delays: readonly ExampleDelay[]
  /** Round sums that the delays are computed with, where the remedy is a share of something. */
  readonly facts: Facts
}

const delayCounts = [1, 3] as const
const lookAheadDays = 21
const beforeClosingMillis = 15 * minuteMillis

/**
 * What a pledge means for a request sent at an instant, computed by the rules that real requests get.
 *
 * @throws {CalendarError} when the pledge's calendar has no open window within 400 days.
 */
export function workedExample(pledge: Pledge, commitment: Commitment, now: Date): WorkedExample {
  const run = runFrom(now, pledge, commitment)
  const overDayOff = runOverDayOff(run, pledge, commitment)
  const { delays, facts } = delaysOf(pledge, commitment, run)
  return { ...run, ...(overDayOff && { overDayOff }), delays, facts }
}

function runFrom(startedAt: Date, { within, calendar }: Pledge, commitment: Commitment): ExampleRun {
  return { startedAt, dueAt: dueAt(startedAt, within, calendarNamed(calendar, commitment)) }
}

function runOverDayOff(
  run: ExampleRun,
  pledge: Pledge,
  commitment: Commitment,
): WorkedExample['overDayOff'] | undefined {
  if (!pledge.within.unit.startsWith('working_')) return undefined
  const calendar = readCalendar(calendarNamed(pledge.calendar, commitment))
  const today = dayOf(localReading(calendar.timeZone, run.startedAt.getTime()))
  const lastDay = dayOf(localReading(calendar.timeZone, run.dueAt.getTime()))
  const isOff = (day: number) => calendar.windowsOn(day).length === 0
  for (let day = today + 1; day <= lastDay; day++) if (isOff(day)) return undefined
  // A day off among the dates teaches more than the Sunday of every week.
  const ahead = Array.from({ length: lookAheadDays }, (_, index) => lastDay + 1 + index)
  const holiday = ahead.find((day) => isOff(day) && !(isOff(day - 7) && isOff(day + 7)))
  const dayOff = holiday ?? ahead.find(isOff)
  if (dayOff === undefined) return undefined
  const openDay = ahead.filter((day) => day < dayOff && !isOff(day)).at(-1) ?? lastDay
  const closing = lastClosing(calendar, openDay)
  if (closing === undefined) return undefined
  const startedAt = new Date(closing - beforeClosingMillis)
  const over = runFrom(startedAt, pledge, commitment)
  const firstOff = openDay + 1
  const isInstructive =
    startedAt > run.startedAt && over.dueAt.getTime() > startOfDay(calendar.timeZone, dayOff)
  if (!isInstructive) return undefined
  return { ...over, dayOff: new Date(firstOff * dayMillis).toISOString().slice(0, 10) }
}

function delaysOf(
  pledge: Pledge,
  commitment: Commitment,
  { startedAt, dueAt: due }: ExampleRun,
): Pick<WorkedExample, 'delays' | 'facts'> {
  const { remedy } = pledge
  const none = { delays: [], facts: {} }
  if (!remedy || (remedy.accrual.type === 'once' && remedy.alongside === undefined)) return none
  const owedWith = (facts: Facts, at: Date) =>
    remedy.choice.length < 2
      ? [owedBy(pledge, commitment, { startedAt, facts }, at)]
      : remedy.choice.map((_, offer) => owedBy(pledge, commitment, { startedAt, facts, offer }, at))
  const calendar = calendarNamed(pledge.calendar, commitment)
  const instants = delayCounts.map((count) => {
    const late = delayOf(count, remedy)
    return { late, at: dueAt(due, late, calendar) }
  })
  const needed = instants.flatMap(({ at }) => owedWith({}, at).flatMap(({ factsNeeded }) => factsNeeded))
  const facts = roundSums(needed, commitment.currency)
  // A fact that is no sum (a distance, an uptime) has no round value that anybody would expect.
  if (!facts) return none
  return { delays: instants.map(({ late, at }) => ({ late, at, owed: owedWith(facts, at) })), facts }
}

/** So many days of the kind that the remedy counts in; a real day where it counts in anything else. */
function delayOf(count: number, { accrual, alongside }: Remedy): Duration {
  const grows = accrual.type === 'once' && alongside ? alongside.accrual : accrual
  const each =
    grows.type === 'tiers' ? (grows.by.type === 'time' ? grows.by.each : undefined) : perUnit(grows)
  const unit = each?.unit === 'working_day' || each?.unit === 'calendar_day' ? each.unit : undefined
  return unit ? { amount: count, unit } : { amount: count * 24, unit: 'hour' }
}

const perUnit = (accrual: Accrual): Duration | undefined =>
  accrual.type === 'per' ? accrual.each : undefined

const sums: readonly string[] = ['order_amount', 'item_amount', 'monthly_fee']

function roundSums(needed: readonly string[], currency: string): Facts | undefined {
  if (needed.some((fact) => !sums.includes(fact))) return undefined
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const { maximumFractionDigits: exponent = 0 } = format.resolvedOptions()
  const amount = exponent === 0 ? 1_000_000 : 100 * 10 ** exponent
  return Object.fromEntries(needed.map((fact) => [fact, amount]))
}

type Made = { readonly startedAt: Date; readonly facts: Facts; readonly offer?: number }

/** As for a real ticket whose only deadline was missed. */
function owedBy(pledge: Pledge, commitment: Commitment, { startedAt, facts, offer }: Made, at: Date): Owed {
  const deadline = startDeadline(1, pledge, startedAt, commitment)
  const owedSince = deadline.dueAt
  const remedy: OwedRemedy = {
    number: 1,
    deadlineNumber: 1,
    pledge: pledge.id,
    state: 'owed',
    owedAt: owedSince,
    ...(offer !== undefined && { chosen: { offer, at: owedSince } }),
  }
  const state: TicketState = {
    ticket: {
      kind: firstKind(pledge),
      status: 'open',
      priority: pledge.for.priorities?.[0] ?? 'normal',
      channel: pledge.for.channels?.[0] ?? 'portal',
      customerId: '',
      customerType: pledge.for.customerTypes?.[0] ?? 'consumer',
      commitmentVersion: 1,
      departmentId: '',
      handOffs: 0,
      facts,
      filedAt: startedAt,
    },
    deadlines: [{ ...deadline, missedAt: owedSince }],
    remedies: [remedy],
    sequence: 1,
  }
  return owedAt(remedy, state, commitment, at)
}

const firstKind = ({ for: { kinds } }: Pledge): Kind => kinds?.[0] ?? 'support'
