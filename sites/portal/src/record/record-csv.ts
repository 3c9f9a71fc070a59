import type { RecordFiguresView, RecordView } from '@camket/contracts'

const columns = [
  'period',
  'pledge',
  'milestone',
  'due',
  'kept',
  'missed',
  'late',
  'excluded',
  'kept_rate',
  'median_minutes',
  'p90_minutes',
  'remedies_owed',
  'remedies_settled',
  'remedies_waived',
  'remedies_expired',
  'settled_amounts',
] as const

/**
 * The record as a table for calculating programs (RFC 4180). `*` as a pledge is all of them together; a row without
 * figures is one of which something, but less than five, fell due. Sums are in minor units.
 */
export function recordCsv({ from, to, months, ...window }: RecordView): string {
  const periods = [
    ...months.map(({ month, ...figures }) => ({ period: month, ...figures })),
    { period: `${from}/${to}`, ...window },
  ]
  const rows = periods.flatMap(({ period, total, settlements, pledges }) => [
    row(period, '*', '', total),
    row(period, '*', 'remedy_settled', settlements),
    ...pledges.map(({ pledge, milestone, figures }) => row(period, pledge, milestone, figures)),
  ])
  return [columns.join(','), ...rows].map((line) => `${line}\r\n`).join('')
}

function row(period: string, pledge: string, milestone: string, figures: RecordFiguresView | null): string {
  const cells = figures ? cellsOf(figures) : columns.slice(3).map(() => '')
  return [period, pledge, milestone, ...cells].join(',')
}

function cellsOf({ remedies, ...figures }: RecordFiguresView): (string | number)[] {
  return [
    figures.due,
    figures.kept,
    figures.missed,
    figures.late,
    figures.excluded,
    figures.keptRate ?? '',
    figures.medianMinutes ?? '',
    figures.p90Minutes ?? '',
    remedies.owed,
    remedies.settled,
    remedies.waived,
    remedies.expired,
    remedies.amounts.map(({ amount, currency }) => `${amount} ${currency}`).join(' + '),
  ]
}
