import type { CommitmentDocument } from '@camket/contracts'
import type { Commitment } from '@camket/core/commitment'
import {
  type ClauseChange,
  type CommitmentComparison,
  compareCommitments,
  compareLists,
} from '@camket/core/compare-commitments'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'
import { type Marked, markChanges, markWhole, type Part } from './mark-changes.ts'
import { type PaperClause, type PaperLine, paperOf } from './paper.ts'

/** A line in two versions; a side is absent where that version has no such line. */
type ComparedLine = { readonly [side in keyof Marked]?: readonly Part[] }

export type ShownClause = {
  readonly change: ClauseChange
  readonly before?: PaperClause
  readonly after?: PaperClause
  /** None where no word that is shown here differs, whatever `change` says. */
  readonly lines: readonly ComparedLine[]
}

export type ShownSection = {
  readonly key: keyof CommitmentComparison
  readonly clauses: readonly ShownClause[]
}

/** Two versions side by side: every clause by its part, with what changed in its words and numbers marked. */
export function compareVersions(
  before: CommitmentDocument,
  after: CommitmentDocument,
  told: { readonly locale: Locale; readonly words: Strings },
): ShownSection[] {
  const found = compareCommitments(before as Commitment, after as Commitment)
  const papers = { before: paperOf(before, told), after: paperOf(after, told) }
  return (Object.keys(found) as (keyof CommitmentComparison)[]).map((key) => ({
    key,
    clauses: found[key].map(({ id, change }) => {
      const old = papers.before[key].find((clause) => clause.id === id)
      const young = papers.after[key].find((clause) => clause.id === id)
      return {
        change,
        ...(old && { before: old }),
        ...(young && { after: young }),
        lines: change === 'same' ? [] : comparedLines(old?.lines, young?.lines),
      }
    }),
  }))
}

function comparedLines(
  before: readonly PaperLine[] | undefined,
  after: readonly PaperLine[] | undefined,
): ComparedLine[] {
  const rows = compareLists(before, after, ({ key }) => key)
  // A clause that is new as a whole, or gone, is told in full, but for what the paper does not tell beside it.
  if (!before || !after) {
    return rows
      .filter((row) => !(row.before ?? row.after)?.isMinor)
      .map((row) => ({
        ...(row.before && { before: markWhole(row.before.text) }),
        ...(row.after && { after: markWhole(row.after.text) }),
      }))
  }
  if (rows.every(({ change }) => change === 'same')) return []
  return rows
    .filter((row) => row.change !== 'same' || !row.after?.isMinor)
    .map((row) => {
      if (row.before && row.after) return markChanges(row.before.text, row.after.text)
      return {
        ...(row.before && { before: markWhole(row.before.text) }),
        ...(row.after && { after: markWhole(row.after.text) }),
      }
    })
}
