import type { CommitmentDocument, RecordFiguresView, RecordView } from '@camket/contracts'
import { type Measure, measureOf } from './minutes-in-words.ts'

type Pledge = CommitmentDocument['pledges'][number]

type Group = RecordView['pledges'][number]

export type PledgeRow = {
  /** Absent: it is no longer in the version in force. */
  readonly pledge?: Pledge
  readonly name: string
  readonly measure: Measure
  readonly figures: RecordFiguresView | null
  /** How what its misses owed was settled in time, where that may be told. */
  readonly settlements?: RecordFiguresView
  /** Those in which something fell due; none of what is hidden. */
  readonly months: { month: string; figures: RecordFiguresView | null }[]
}

const nothing: RecordFiguresView = {
  due: 0,
  kept: 0,
  missed: 0,
  late: 0,
  excluded: 0,
  keptRate: null,
  medianMinutes: null,
  p90Minutes: null,
  remedies: { owed: 0, settled: 0, waived: 0, expired: 0, amounts: [] },
}

/** What the record says of each pledge, in the order of the document; then of those that it had before. */
export function pledgeRows(view: RecordView, document: CommitmentDocument): PledgeRow[] {
  const current = document.pledges.map((pledge) => rowOf(view, pledge.id, pledge.milestone, pledge))
  const isCurrent = ({ pledge: name, milestone }: Group) =>
    document.pledges.some((pledge) => pledge.id === name && pledge.milestone === milestone)
  const former = view.pledges
    .filter((group) => group.milestone !== 'remedy_settled' && !isCurrent(group))
    .map(({ pledge, milestone }) => rowOf(view, pledge, milestone, undefined))
  return [...current, ...former]
}

function rowOf(
  { pledges, months }: RecordView,
  name: string,
  milestone: string,
  pledge: Pledge | undefined,
): PledgeRow {
  const isThis = (group: Group) => group.pledge === name && group.milestone === milestone
  const group = pledges.find(isThis)
  const figures = group ? group.figures : nothing
  const settlements = pledges.find(
    (one) => one.pledge === name && one.milestone === 'remedy_settled',
  )?.figures
  return {
    ...(pledge && { pledge }),
    name,
    measure: pledge ? measureOf(pledge.within.unit) : 'real',
    figures,
    ...(settlements && settlements.due > 0 && { settlements }),
    months: figures
      ? months.flatMap(({ month, pledges: its }) => {
          const found = its.find(isThis)
          return found ? [{ month, figures: found.figures }] : []
        })
      : [],
  }
}
