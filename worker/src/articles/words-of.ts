import { limits } from '@camket/contracts'
import { foldText } from '@camket/core'

/** Words that stand in every text and tell nothing of it, folded. */
const empty = new Set(
  `a an the and or of to in on for is are it my me we you not no with from this that can have has do does how what
  va la cua cho em anh chi toi minh ban khong co duoc bi thi ma voi tu nay do o ra vao da dang se nhu the nao gi a
  ah oi nha shop con cai chiec mot cac nhung`.split(/\s+/),
)

/** What of a typed text is looked for: its telling words, folded, the last ones first because they were typed now. */
export function wordsOf(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]{2,40}/gu) ?? []
  return [...new Set(words.filter((word) => !empty.has(word)).reverse())].slice(
    0,
    limits.article_query_words_max,
  )
}

/** How many of the words begin a word of a folded text. */
export function hitsIn(folded: string, words: readonly string[]): number {
  const begun = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return words.filter((word) => begun.includes(` ${word}`)).length
}
