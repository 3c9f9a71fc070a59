import type { RatingView } from '@camket/contracts'
import type { RatingAbout, ratingCauses } from '@camket/core/vocabulary'
import type { ConversationWords } from '../strings/words.ts'

type Words = ConversationWords['rating']

/** What a rating was about, with the cause under it where it has one: `people`, `people:attitude`. */
type Reason = {
  [About in RatingAbout]: About | `${About}:${(typeof ratingCauses)[About][number]}`
}[RatingAbout]

/** As far as its customer said. */
export const reasonOf = ({ about, cause }: RatingView): string => [about, cause].filter(Boolean).join(':')

/** "Con người: Thái độ". */
export function reasonWords(reason: string, { reasons }: Words): string {
  const [about = '', cause] = reason.split(':')
  const names: Readonly<Record<string, string>> = reasons satisfies Record<Reason, string>
  return [names[about], cause && names[reason]].filter(Boolean).join(': ')
}

/** How satisfied a customer said that they were, why, and their own words. */
export function ratingWords(rating: RatingView, words: Words): string {
  const counted = [words.levels[rating.level - 1], reasonWords(reasonOf(rating), words)]
  return [counted.filter(Boolean).join(' · '), rating.comment].filter(Boolean).join('\n')
}
