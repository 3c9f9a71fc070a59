import type { LauncherWords } from './words.ts'

const files = import.meta.glob<LauncherWords>('./??.ts', {
  eager: true,
  import: 'launcher',
  query: '?launcher',
})

/** The few words that come with the loader, in a language such as `en`; Vietnamese where there are none. */
export const launcherWords = (language: string): LauncherWords =>
  (files[`./${language}.ts`] ?? files['./vi.ts']) as LauncherWords
