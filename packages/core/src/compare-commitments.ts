import type { Calendar } from './calendar.ts'
import type { Commitment } from './commitment.ts'

export type ClauseChange = 'added' | 'removed' | 'changed' | 'same'

/** A clause in two versions, matched by its id; one side is absent where the other version has no such clause. */
export type ComparedClause<T> = {
  readonly id: string
  readonly change: ClauseChange
  readonly before?: T
  readonly after?: T
}

type Listed<K extends keyof Commitment> = Commitment[K] extends readonly (infer T)[] | undefined ? T : never

export type CommitmentComparison = {
  /** `title`, `summary`, `languages` and `currency`. */
  readonly preamble: readonly ComparedClause<Commitment[keyof Commitment]>[]
  readonly calendars: readonly ComparedClause<Calendar>[]
  readonly qualityStatements: readonly ComparedClause<Listed<'qualityStatements'>>[]
  readonly pledges: readonly ComparedClause<Listed<'pledges'>>[]
  readonly warranties: readonly ComparedClause<Listed<'warranties'>>[]
  readonly returns: readonly ComparedClause<Listed<'returns'>>[]
  readonly worstCases: readonly ComparedClause<Listed<'worstCases'>>[]
  readonly exclusions: readonly ComparedClause<Listed<'exclusions'>>[]
  readonly partnerTerms: readonly ComparedClause<Listed<'partnerTerms'>>[]
  readonly escalation: readonly ComparedClause<Listed<'escalation'>>[]
  readonly legalBasis: readonly ComparedClause<Listed<'legalBasis'>>[]
}

/**
 * Two versions of a commitment, part by part and clause by clause, in the order of the later one; a clause that it
 * no longer has stands where it stood. Internal pledges are no part of what is published, and of no comparison.
 */
export function compareCommitments(before: Commitment, after: Commitment): CommitmentComparison {
  const byId = ({ id }: { readonly id: string }) => id
  return {
    preamble: (['title', 'summary', 'languages', 'currency'] as const).map((id) =>
      compared<Commitment[keyof Commitment]>(id, before[id], after[id]),
    ),
    calendars: compareLists(
      Object.entries(before.calendars),
      Object.entries(after.calendars),
      ([name]) => name,
    ).map(({ before: old, after: new_, ...rest }) => ({
      ...rest,
      ...(old && { before: old[1] }),
      ...(new_ && { after: new_[1] }),
    })),
    qualityStatements: compareLists(before.qualityStatements, after.qualityStatements, byId),
    pledges: compareLists(before.pledges, after.pledges, byId),
    warranties: compareLists(before.warranties, after.warranties, byId),
    returns: compareLists(before.returns, after.returns, byId),
    worstCases: compareLists(before.worstCases, after.worstCases, byId),
    exclusions: compareLists(before.exclusions, after.exclusions, ({ code }) => code),
    partnerTerms: compareLists(before.partnerTerms, after.partnerTerms, byId),
    escalation: compareLists(before.escalation, after.escalation, ({ name }) => name),
    legalBasis: compareLists(before.legalBasis, after.legalBasis, byId),
  }
}

/** The same for any two lists whose items have a name of their own. */
export function compareLists<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  idOf: (item: T) => string,
): ComparedClause<T>[] {
  const old = new Map(before.map((item) => [idOf(item), item]))
  const rows = after.map((item) => compared(idOf(item), old.get(idOf(item)), item))
  const isLeft = new Set(rows.map(({ id }) => id))
  for (const [index, item] of before.entries()) {
    const id = idOf(item)
    if (isLeft.has(id)) continue
    const neighbours = before.slice(0, index).map(idOf)
    const place = rows.findLastIndex((row) => neighbours.includes(row.id)) + 1
    rows.splice(place, 0, compared<T>(id, item, undefined))
  }
  return rows
}

function compared<T>(id: string, before: T | undefined, after: T | undefined): ComparedClause<T> {
  if (after === undefined) return { id, change: 'removed', ...(before !== undefined && { before }) }
  if (before === undefined) return { id, change: 'added', after }
  return { id, change: written(before) === written(after) ? 'same' : 'changed', before, after }
}

/** The data as text in which the order of members says nothing, as in JSON. */
function written(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
