import type { RecordEventView, RecordView } from '@camket/contracts'
import {
  dateIn,
  daysOfMonth,
  earlier,
  monthAfter,
  type RecordFigures,
  type RecordWindow,
  type RecordWindowDays,
  recordGroupMin,
  windowOf,
} from '@camket/core'
import type { Merchant } from '../merchants/store.ts'
import { monthsShown, year_days } from './ranges-to-read.ts'
import type { LineRow } from './store.ts'
import {
  figuresShown,
  type Group,
  groupsIn,
  hidingIn,
  isSettlement,
  nameOf,
  type Sums,
} from './sum-groups.ts'

/** The record of a merchant in a window that ends today, by its own clocks. */
export function viewRecord(
  { slug, name, timeZone }: Pick<Merchant, 'slug' | 'name' | 'timeZone'>,
  sums: readonly Sums[],
  days: RecordWindowDays,
  now: Date,
): RecordView {
  const today = dateIn(timeZone, now)
  const window = windowOf(days, today)
  const year = groupsIn(sums, windowOf(year_days, today))
  const hiding = hidingIn(year)
  // Every group of the year is named, so that it can be told from one that never was.
  const inWindow = new Map(groupsIn(sums, window).map((group) => [nameOf(group), group]))
  const named = year.map((group) => inWindow.get(nameOf(group)) ?? { ...group, counters: undefined })
  return {
    merchant: slug,
    merchantName: name,
    timeZone,
    days,
    ...window,
    hiddenUnder: recordGroupMin,
    ...totalsOf([...inWindow.values()], hiding),
    pledges: named.map(({ counters, ...group }) => viewGroup({ ...group, counters }, hiding)),
    months: monthsUntil(today).map(({ month, ...itsDays }) => {
      const groups = groupsIn(sums, itsDays)
      return { month, ...totalsOf(groups, hiding), pledges: groups.map((group) => viewGroup(group, hiding)) }
    }),
  }
}

type HidingByName = ReturnType<typeof hidingIn>

function totalsOf(groups: readonly Group[], hiding: HidingByName): Pick<RecordView, 'total' | 'settlements'> {
  const isWithheld = (group: Group) => hiding.get(nameOf(group)) === 'withheld'
  // Some pledges count open time and some real time: a median of both would be of neither.
  const untimed = groups.map((group) => ({ ...group, counters: { ...group.counters, times: {} } }))
  return {
    total: mutable(
      figuresShown(
        untimed.filter((group) => !isSettlement(group)),
        isWithheld,
      ),
    ),
    settlements: mutable(figuresShown(untimed.filter(isSettlement), isWithheld)),
  }
}

function viewGroup(
  { pledge, milestone, counters }: Omit<Group, 'counters'> & { counters: Group['counters'] | undefined },
  hiding: HidingByName,
): RecordView['pledges'][number] {
  if (hiding.has(nameOf({ pledge, milestone }))) return { pledge, milestone, figures: null }
  const group = counters ? [{ pledge, milestone, counters }] : []
  return { pledge, milestone, figures: mutable(figuresShown(group, () => false)) }
}

/** The last twelve months, oldest first; the last of them until today. */
function monthsUntil(today: string): (RecordWindow & { month: string })[] {
  return Array.from({ length: monthsShown }, (_, index) => {
    const month = monthAfter(today.slice(0, 7), index + 1 - monthsShown)
    const { from, to } = daysOfMonth(month)
    return { month, from, to: earlier(to, today) }
  })
}

const mutable = (figures: RecordFigures | null) =>
  figures && { ...figures, remedies: { ...figures.remedies, amounts: [...figures.remedies.amounts] } }

/** A line as anybody may read it; of a hidden group it does not say which. None of what is withheld. */
export function viewEvents(rows: readonly LineRow[], hiding: HidingByName): RecordEventView[] {
  return rows.flatMap((row) => {
    const { handle, day, pledge, milestone, outcome, minutes, remedyState, remedyAmount } = row
    const how = hiding.get(nameOf(row))
    if (how === 'withheld') return []
    return {
      handle,
      day,
      pledge: how ? null : pledge,
      milestone: how && !isSettlement(row) ? null : milestone,
      outcome,
      minutes,
      remedy: remedyState && { state: remedyState, amount: remedyAmount },
    }
  })
}
