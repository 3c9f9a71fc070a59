import type { DraftFault } from '@camket/contracts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'

export type Part = keyof CommitmentWords['parts']

/** What is wrong, in the reader's language where there are words for the code. */
export function faultWords({ code, message }: DraftFault, words: CommitmentWords): string {
  const known = words.fault[code]
  if (known === undefined) return message
  const quoted = namesOthers.has(code) ? [...message.matchAll(/"([\w-]+)"/g)].map(([, id]) => id) : []
  return quoted.length > 0 ? `${known} (${[...new Set(quoted)].join(', ')})` : known
}

/** Faults that concern something else too, which their message puts in quotes. */
const namesOthers = new Set([
  'pledges_compete',
  'pledge_overridden',
  'pledge_unknown',
  'milestone_differs',
  'more_specific_in_circle',
  'exclusion_unknown',
  'calendar_unknown',
  'id_repeated',
])

/** Faults at a place; with `deep` also those of whatever stands below it. */
export function faultsAt(faults: readonly DraftFault[], pointer: string, deep: boolean): DraftFault[] {
  return faults.filter(
    (fault) => fault.pointer === pointer || (deep && fault.pointer.startsWith(`${pointer}/`)),
  )
}

/** The part of the editor in which a place is written. */
export function partOf(pointer: string): Part {
  if (pointer.startsWith('/internalPledges')) return 'internal'
  const [, , member = ''] = pointer.split('/')
  if (member === 'calendars' || member === 'pledges') return member
  return ['title', 'summary', 'languages', 'currency', ''].includes(member) ? 'basics' : 'texts'
}

/** Where a place is, in words: "Cam kết 2 › Khoản đền". */
export function placeWords(pointer: string, words: CommitmentWords): string {
  const [, root = '', ...rest] = pointer.split('/')
  const [member = '', item, ...below] = root === 'internalPledges' ? [root, ...rest] : rest
  const names: Record<string, string> = {
    title: words.fieldTitle,
    summary: words.fieldSummary,
    languages: words.languages,
    currency: words.currency,
    calendars: words.parts.calendars,
    pledges: words.parts.pledges,
    internalPledges: words.parts.internal,
    ...words.clauses,
  }
  const name = names[member] ?? words.title
  if (item === undefined) return name
  const index = /^\d+$/.test(item) ? ` ${Number(item) + 1}` : ` › ${words.languageNames[item] ?? item}`
  const field = below.map((part) => fieldNames(words)[part]).find((known) => known !== undefined)
  return field ? `${name}${index} › ${field}` : `${name}${index}`
}

const fieldNames = (words: CommitmentWords): Record<string, string> => ({
  id: words.address,
  code: words.address,
  within: words.within,
  calendar: words.calendar,
  milestone: words.milestone,
  for: words.forWhich,
  note: words.note,
  remedy: words.remedy,
  moreSpecificThan: words.moreSpecific,
  missedWhen: words.hasMissedWhen,
  warnings: words.warnings,
  exclusions: words.onlyExclusions,
  week: words.week,
  dates: words.dates,
  timeZone: words.timeZone,
  title: words.caseTitle,
  text: words.text,
  name: words.name,
  role: words.role,
  email: words.email,
  phone: words.phone,
  url: words.url,
})
