import type { FactCondition, Pledge, Warning } from '@camket/core'
import type { Calendar } from '@camket/core/calendar'
import { describeWeek } from '@camket/core/describe-week'
import type { Locale } from '@camket/core/vocabulary'
import { diffArrays } from 'diff'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { shortDate } from '../words/when.ts'
import type { Work } from './editor.ts'
import { listAt, valueAt } from './pointer.ts'
import { remedySentenceOf, sentenceOf } from './sentences.ts'

/** A place of a document and what is read there. */
type Line = { readonly label: string; readonly text: string }

export type Change = {
  readonly label: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Words of before and after, in order. */
  readonly parts: readonly { readonly text: string; readonly state: 'same' | 'added' | 'removed' }[]
}

/** What differs between two documents, as it is read, word by word. Pledges and clauses are known by their ids. */
export function compareWorks(before: Work, after: Work, locale: Locale, words: CommitmentWords): Change[] {
  const [old, now] = [linesOf(before, locale, words), linesOf(after, locale, words)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was?.text === is?.text) return []
    // Terms are shown as they are kept only where the sentence does not tell the difference.
    const sentence = key.endsWith('/terms') ? key.replace(/\/terms$/, '') : undefined
    if (sentence !== undefined && old.get(sentence)?.text !== now.get(sentence)?.text) return []
    const label = is?.label ?? was?.label ?? ''
    if (!was) return [{ label, kind: 'added', parts: [{ text: is?.text ?? '', state: 'added' }] }]
    if (!is) return [{ label, kind: 'removed', parts: [{ text: was.text, state: 'removed' }] }]
    const parts = diffArrays(wordsOf(was.text), wordsOf(is.text)).map(({ value, added, removed }) => ({
      text: value.join(''),
      state: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    }))
    return [{ label, kind: 'changed', parts }]
  })
}

/** Words, numbers with their points and commas, what ends them, and the spaces between. */
const wordsOf = (text: string): string[] => text.split(/(\s+|[.,;:](?=\s|$))/).filter((word) => word !== '')

function linesOf(work: Work, locale: Locale, words: CommitmentWords): Map<string, Line> {
  const lines = new Map<string, Line>()
  const put = (key: string, label: string, text: string) => {
    if (text !== '') lines.set(key, { label, text })
  }
  const { document } = work
  const said = (value: unknown, key: string, label: string) => {
    for (const [language, text] of Object.entries((value ?? {}) as Record<string, unknown>)) {
      put(`${key}/${language}`, `${label} (${language})`, String(text))
    }
  }
  said(document.title, 'title', words.fieldTitle)
  said(document.summary, 'summary', words.fieldSummary)
  put('languages', words.languages, listAt(work, '/document/languages').join(', '))
  put('currency', words.currency, String(document.currency ?? ''))
  for (const [name, calendar] of Object.entries((document.calendars ?? {}) as Record<string, Calendar>)) {
    calendarLines(name, calendar, locale, words, put)
  }
  pledgeLines(listAt(work, '/document/pledges'), words.parts.pledges, locale, words, said, put)
  pledgeLines(work.internalPledges, words.parts.internal, locale, words, said, put)
  for (const [list, label] of Object.entries(words.clauses)) clauseLines(work, list, label, said, put)
  return lines
}

type Put = (key: string, label: string, text: string) => void
type Said = (value: unknown, key: string, label: string) => void

function calendarLines(
  name: string,
  calendar: Calendar,
  locale: Locale,
  words: CommitmentWords,
  put: Put,
): void {
  const label = `${words.parts.calendars}: ${name}`
  put(`calendar/${name}`, label, `${weekWords(calendar, locale)} (${calendar.timeZone})`)
  for (const [date, windows] of Object.entries(calendar.dates ?? {})) {
    const day = /^\d{4}-\d\d-\d\d$/.test(date) ? shortDate(date, locale) : date
    put(
      `calendar/${name}/${date}`,
      label,
      `${day}: ${windows.length > 0 ? windows.join(', ') : words.closed}`,
    )
  }
}

function weekWords(calendar: Calendar, locale: Locale): string {
  try {
    return describeWeek(calendar, locale)
  } catch {
    return JSON.stringify(calendar.week)
  }
}

function pledgeLines(
  pledges: readonly unknown[],
  part: string,
  locale: Locale,
  words: CommitmentWords,
  said: Said,
  put: Put,
): void {
  for (const [index, pledge] of pledges.entries()) {
    const id = String(valueAt(pledge, '/id') || index + 1)
    const label = `${part}: ${id}`
    const key = `${part}/${id}`
    put(key, label, sentenceOf(pledge, locale) ?? JSON.stringify(pledge))
    put(`${key}/remedy`, label, remedySentenceOf(pledge, locale) ?? '')
    const { note, remedy, calendar, moreSpecificThan, exclusions, missedWhen, warnings } = (pledge ??
      {}) as Partial<Record<keyof Pledge, unknown>>
    said(note, `${key}/note`, label)
    // What the sentence does not tell.
    put(`${key}/calendar`, `${label} › ${words.calendar}`, plain(calendar))
    put(`${key}/before`, `${label} › ${words.moreSpecific}`, plain(moreSpecificThan))
    put(`${key}/exclusions`, `${label} › ${words.onlyExclusions}`, plain(exclusions))
    put(`${key}/missedWhen`, `${label} › ${words.hasMissedWhen}`, conditionWords(missedWhen))
    put(`${key}/warnings`, `${label} › ${words.warnings}`, warningWords(warnings, words))
    put(`${key}/remedy/terms`, label, plain(remedy))
  }
}

function conditionWords(condition: unknown): string {
  const { fact, atLeast, below } = (condition ?? {}) as Partial<FactCondition>
  if (fact === undefined) return ''
  return atLeast === undefined ? `${fact} < ${below}` : `${fact} ≥ ${atLeast}`
}

const warningWords = (warnings: unknown, words: CommitmentWords): string =>
  listAt({ warnings }, '/warnings')
    .map((warning) => {
      const { atPercent, to } = warning as Warning
      return `${atPercent} % ${words.warningTargets[to] ?? to}`
    })
    .join(', ')

/** Data as words: `calendar: shop, moreSpecificThan: a, b`. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(plain).join('; ')
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, member]) => `${name}: ${typeof member === 'object' ? `(${plain(member)})` : String(member)}`)
    .join(', ')
}

function clauseLines(work: Work, list: string, label: string, said: Said, put: Put): void {
  for (const [index, clause] of listAt(work, `/document/${list}`).entries()) {
    const of = (member: string) => valueAt(clause, `/${member}`)
    const id = String(of('id') || of('code') || of('name') || index + 1)
    const key = `${list}/${id}`
    const named = `${label}: ${id}`
    said(of('title'), `${key}/title`, named)
    said(of('text'), `${key}/text`, named)
    said(of('role'), `${key}/role`, named)
    const rest = ['email', 'phone', 'url', 'burdenOfProof', 'evidenceNeeded'].flatMap((member) =>
      of(member) === undefined ? [] : [`${member}: ${String(of(member))}`],
    )
    put(`${key}/rest`, named, rest.join(', '))
  }
}
