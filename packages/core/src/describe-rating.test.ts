import { describe, expect, it } from 'vitest'
import { describeRatingLevel, describeRatingReason } from './describe-rating.ts'
import { ratingAboutNames, ratingCauseNames, ratingLevelNames } from './names.ts'
import { locales } from './vocabulary.ts'

describe('a rating in words', () => {
  it('says the level as a word, with its place', () => {
    expect(describeRatingLevel(1, 'vi')).toBe('Rất tệ (1/6)')
    expect(describeRatingLevel(6, 'en')).toBe('Excellent (6/6)')
  })

  it('says what it was about, with the cause where there is one', () => {
    expect(describeRatingReason({ about: 'people', cause: 'attitude' }, 'vi')).toBe('Con người: Thái độ')
    expect(describeRatingReason({ about: 'convenience' }, 'en')).toBe('Convenience')
    expect(describeRatingReason({}, 'en')).toBe('')
  })

  it.each(locales)('has another word for each level, subject and cause in %s', (locale) => {
    for (const names of [ratingLevelNames, ratingAboutNames, ratingCauseNames]) {
      const words = Object.values(names[locale])
      expect(new Set(words).size).toBe(words.length)
      expect(words).not.toContain('')
    }
  })
})
