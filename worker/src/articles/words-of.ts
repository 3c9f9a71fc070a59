import { limits } from '@camket/contracts'
import { foldText } from '@camket/core'

/** Words that stand in every text and tell nothing of it, folded. */
const empty = new Set(
  `a an the and or of to in on for is are it my me we you not no with from this that can have has do does how what
  va la cua em anh chi toi minh ban khong co duoc bi thi voi nay da dang se nhu nao a ah oi nha shop mot cac nhung`.split(
    /\s+/,
  ),
)

/** A word that is looked for; `begun` is one that may not be typed to its end. */
export type SoughtWord = { readonly word: string; readonly begun: boolean }

/** What of a typed text is looked for: its telling words, folded, the last ones first because they were typed now. */
export function wordsOf(text: string): SoughtWord[] {
  const folded = foldText(text)
  const words = folded.match(/[\p{L}\p{N}]{2,40}/gu) ?? []
  const lastIsBegun = /[\p{L}\p{N}]$/u.test(folded)
  const telling = [...new Set(words.reverse())].map((word, index) => ({
    word,
    begun: lastIsBegun && index === 0,
  }))
  return telling.filter(({ word }) => !empty.has(word)).slice(0, limits.article_query_words_max)
}

/** How many of the words stand in a folded text. */
export function hitsIn(folded: string, words: readonly SoughtWord[]): number {
  const text = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return words.filter(({ word, begun }) => text.includes(begun ? ` ${word}` : ` ${word} `)).length
}
