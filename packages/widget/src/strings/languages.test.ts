import { locales } from '@camket/core/vocabulary'
import { expect, test } from 'vitest'

const languages = import.meta.glob<Record<string, object>>('./??.ts', { eager: true })

/** Names of all words, deep; a function is a word too. */
function namesOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'object' ? namesOf(word, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}

test('every language that a merchant can choose has a file, and every file is such a language', () => {
  expect(Object.keys(languages).sort()).toEqual(locales.map((locale) => `./${locale}.ts`).sort())
})

test.each(Object.entries(languages))(
  '%s says everything that Vietnamese says, and nothing is empty',
  (_, words) => {
    expect(namesOf(words).sort()).toEqual(namesOf(languages['./vi.ts'] ?? {}).sort())
    expect(JSON.stringify(words)).not.toMatch(/:""/)
  },
)
