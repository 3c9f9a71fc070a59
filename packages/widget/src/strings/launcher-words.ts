import type { LauncherWords } from './words.ts'

const files = import.meta.glob<LauncherWords>('./??.ts', {
  eager: true,
  import: 'launcher',
  query: '?launcher',
})

/** The few words that come with the loader, in this language; undefined where there are none. */
export const launcherWords = (language: string): LauncherWords | undefined => files[`./${language}.ts`]
