import { ratingAboutNames, ratingCauseNames, ratingLevelNames } from './names.ts'
import type { Rating } from './ticket-state.ts'
import { type Locale, ratingLevels } from './vocabulary.ts'

/** "Above expectation (5/6)": the word first, for a number alone says little. */
export function describeRatingLevel(level: Rating['level'], locale: Locale): string {
  return `${ratingLevelNames[locale][level]} (${level}/${ratingLevels.length})`
}

/** "People: Attitude", "People", or nothing where nobody said. */
export function describeRatingReason(
  { about, cause }: { [K in 'about' | 'cause']?: Rating[K] | undefined },
  locale: Locale,
): string {
  const names = [about && ratingAboutNames[locale][about], cause && ratingCauseNames[locale][cause]]
  return names.filter(Boolean).join(': ')
}
