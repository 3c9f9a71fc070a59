import type { CommitmentView } from '@camket/contracts'
import type { Strings } from '../strings/vi.ts'
import { spacedFingerprint } from './spaced-fingerprint.ts'

/** The margins of the printed pages, which say whose paper it is, which version, and on what page one is. */
export function printCss(view: CommitmentView, title: string, since: string, words: Strings): string {
  const { commitment, versions } = words
  const version = `${commitment.version(view.version)}, ${versions.since(since)}`
  const fingerprint = `${commitment.fingerprint(view.version)}: ${spacedFingerprint(view.fingerprint)}`
  const page = `counter(page) " / " counter(pages)`
  const small = 'font:400 7.5pt/1.3 "Be Vietnam Pro",sans-serif;color:#444'
  return [
    '@page{',
    `@top-left{content:${cssString(`${view.merchantName} · ${title}`)};${small}}`,
    `@top-right{content:${cssString(version)};${small};white-space:nowrap}`,
    `@bottom-left{content:${cssString(fingerprint)};${small}}`,
    `@bottom-right{content:${page};${small};white-space:nowrap}`,
    // The first page says it larger itself.
    '}@page:first{@top-left{content:""}@top-right{content:""}}',
  ].join('')
}

/** A text as CSS takes it: whatever could end it is written by its number. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f<]/g, (one) => `\\${one.codePointAt(0)?.toString(16)} `)}"`
}
