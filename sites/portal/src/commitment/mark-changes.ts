import { diffArrays } from 'diff'

/** A stretch of a text; `isChanged` where the other version does not have it there. */
export type Part = { readonly text: string; readonly isChanged: boolean }

export type Marked = { readonly before: readonly Part[]; readonly after: readonly Part[] }

/**
 * Two wordings of one text with what differs between them marked, word by word. A number is one word with its
 * separators and its sign (`50.000 ₫`, `8:00–12:00`), so that nobody has to puzzle a sum together from digits.
 */
export function markChanges(before: string, after: string): Marked {
  const changes = diffArrays(wordsOf(before), wordsOf(after), {
    comparator: (one, other) => one.trimEnd() === other.trimEnd(),
  })
  const kept = changes.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value)
  // Two texts that share little more than "the" and "of" were not changed but written anew.
  if (kept.join('').length < Math.min(before.length, after.length) * keptShareMin) {
    return { before: markWhole(before), after: markWhole(after) }
  }
  const side = (left: 'added' | 'removed') =>
    joined(
      changes
        .filter((change) => !change[left])
        .map(({ value, added, removed }) => part(value, added || removed)),
    )
  return { before: side('added'), after: side('removed') }
}

/** All of it is new, or gone. */
export const markWhole = (text: string): Part[] => [{ text, isChanged: true }]

const word =
  /(?:[€£$]?\d+(?:[.,:/–-]\d+)*(?:\u00a0?[%₫€£$])?|[\p{L}\p{M}\p{N}’'-]+|[^\s])(?:[^\S\u00a0]|\u00a0(?![%₫€£$]))*/gu

const keptShareMin = 0.25

/** Each with the white space after it: spaces of their own would be matched with one another, instead of words. */
const wordsOf = (text: string): string[] => text.trim().match(word) ?? []

const part = (words: readonly string[], isChanged: boolean): Part => ({ text: words.join(''), isChanged })

/** Neighbours that are alike, together: jsdiff tells apart what came before and after a stretch of the other side. */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (const next of parts) {
    const last = found.at(-1)
    if (last && last.isChanged === next.isChanged)
      found.splice(-1, 1, { ...next, text: last.text + next.text })
    else found.push(next)
  }
  return found
}
