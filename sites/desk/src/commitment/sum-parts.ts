import type { LookBackPart, LookBackTally } from '@camket/contracts'

export type Row = {
  readonly pledge: string
  readonly internal: boolean
  readonly draft?: LookBackTally
  readonly actual?: LookBackTally
}
export type Sum = { readonly tickets: number; readonly rows: readonly Row[] }

/** Figures so far, with those of one more part of the requests. */
export function addPart(sum: Sum, part: LookBackPart): Sum {
  const rows = new Map(sum.rows.map((row) => [row.pledge, row]))
  for (const { pledge, internal, draft, actual } of part.pledges) {
    const before = rows.get(pledge)
    const [ofDraft, ofActual] = [added(before?.draft, draft), added(before?.actual, actual)]
    rows.set(pledge, {
      pledge,
      internal,
      ...(ofDraft && { draft: ofDraft }),
      ...(ofActual && { actual: ofActual }),
    })
  }
  return { tickets: sum.tickets + part.tickets, rows: [...rows.values()] }
}

/** All pledges of one side together. */
export const totalOf = (sum: Sum, side: 'draft' | 'actual'): LookBackTally | undefined =>
  sum.rows.map((row) => row[side]).reduce(added, undefined)

function added(a: LookBackTally | undefined, b: LookBackTally | undefined): LookBackTally | undefined {
  if (!a || !b) return a ?? b
  const currencies = new Set([...Object.keys(a.cost), ...Object.keys(b.cost)])
  return {
    kept: a.kept + b.kept,
    missed: a.missed + b.missed,
    running: a.running + b.running,
    cost: Object.fromEntries([...currencies].map((one) => [one, (a.cost[one] ?? 0) + (b.cost[one] ?? 0)])),
    inKind: a.inKind + b.inKind,
    unknown: a.unknown + b.unknown,
  }
}
