import type { LauncherWords } from './words.ts'

const files = import.meta.glob<LauncherWords>('./??.ts', {
  eager: true,
  import: 'launcher',
  query: '?launcher',
})

/** The few words that come with the loader, in the language of a tag such as `en-GB`; Vietnamese where there are none. */
export const launcherWords = (tag: string): LauncherWords =>
  (files[`./${tag.slice(0, 2)}.ts`] ?? files['./vi.ts']) as LauncherWords
