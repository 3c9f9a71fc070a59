import type { CommitmentDocument } from '@camket/contracts'
import type { Calendar } from '@camket/core/calendar'
import type { Commitment, Pledge } from '@camket/core/commitment'
import type { CommitmentComparison } from '@camket/core/compare-commitments'
import { describeCondition } from '@camket/core/describe-fact'
import { describePledge } from '@camket/core/describe-pledge'
import { describeRemedy } from '@camket/core/describe-remedy'
import { describeReturn, describeWarranty } from '@camket/core/describe-terms'
import { describeWeek } from '@camket/core/describe-week'
import { listOf } from '@camket/core/list-of'
import { kindName, milestoneName } from '@camket/core/names'
import { kinds, type Locale, type Localized } from '@camket/core/vocabulary'
import { zoneName } from '@camket/core/zone-name'
import type { Strings } from '../strings/vi.ts'
import { textIn } from '../words/text-in.ts'
import { writtenWeekday } from '../words/when.ts'
import { numberSections, type Section } from './number-sections.ts'

/** A line of a clause as a page shows it; lines of two versions are compared where their keys are the same. */
export type PaperLine = {
  readonly key: string
  readonly text: string
  /** Told only where two versions differ in it: there are many such lines, or the paper tells them elsewhere. */
  readonly isMinor?: boolean
}

export type PaperClause = {
  /** As core's comparison names it. */
  readonly id: string
  readonly anchor: string
  /** "2.1", where it has one. */
  readonly number?: string
  readonly heading?: string
  readonly lines: readonly PaperLine[]
}

export type Paper = Readonly<Record<keyof CommitmentComparison, readonly PaperClause[]>>

type Told = { readonly locale: Locale; readonly words: Strings }

/** Everything that a version says, as lines of text, in the words that the paper has for it. */
export function paperOf(document: CommitmentDocument, told: Told): Paper {
  const { warranties = [], returns = [], ...rest } = document as Commitment
  const { commitment } = told.words
  const numbers = numberSections(document)
  const number = (section: Section, index: number) => `${numbers[section]}.${index + 1}`
  const text = (localized: Localized | undefined, key = 'text'): PaperLine[] =>
    localized ? [{ key, text: textIn(localized, told.locale) }] : []
  const plain = (section: 'qualityStatements' | 'partnerTerms' | 'legalBasis', prefix: string) =>
    rest[section].map((clause, index) => ({
      id: clause.id,
      anchor: `${prefix}-${clause.id}`,
      number: number(section, index),
      lines: [
        ...text(clause.text),
        ...('url' in clause && clause.url !== undefined ? [{ key: 'url', text: clause.url }] : []),
      ],
    }))
  return {
    preamble: preamble(document, told),
    calendars: Object.entries(rest.calendars).map(([name, calendar]) => ({
      id: name,
      anchor: `hours-${name}`,
      heading: name,
      lines: hoursLines(calendar, told),
    })),
    qualityStatements: plain('qualityStatements', 'quality'),
    pledges: rest.pledges.map((pledge, index) => ({
      id: pledge.id,
      anchor: pledge.id,
      number: number('pledges', index),
      heading: topicOf(pledge, told.locale),
      lines: pledgeLines(pledge, told),
    })),
    warranties: warranties.map((clause, index) => ({
      id: clause.id,
      anchor: `warranty-term-${clause.id}`,
      number: number('terms', index),
      heading: textIn(clause.goods, told.locale),
      lines: [{ key: 'text', text: describeWarranty(clause, told.locale) }, ...text(clause.note, 'note')],
    })),
    returns: returns.map((clause, index) => ({
      id: clause.id,
      anchor: `return-term-${clause.id}`,
      number: number('terms', warranties.length + index),
      heading: textIn(clause.goods, told.locale),
      lines: [{ key: 'text', text: describeReturn(clause, told.locale) }, ...text(clause.note, 'note')],
    })),
    worstCases: rest.worstCases.map((worst, index) => ({
      id: worst.id,
      anchor: `worst-${worst.id}`,
      number: number('worstCases', index),
      lines: [...text(worst.title, 'title'), ...text(worst.text)],
    })),
    exclusions: rest.exclusions.map(({ code, burdenOfProof, evidenceNeeded, ...exclusion }, index) => ({
      id: code,
      anchor: `exclusion-${code}`,
      number: number('exclusions', index),
      lines: [
        ...text(exclusion.text),
        { key: 'burden', text: commitment.burden[burdenOfProof] },
        ...(evidenceNeeded ? [{ key: 'evidence', text: commitment.evidence }] : []),
      ],
    })),
    partnerTerms: plain('partnerTerms', 'partner'),
    escalation: rest.escalation.map(({ name, role, email, phone }, index) => ({
      id: name,
      anchor: `escalation-${index + 1}`,
      number: number('escalation', index),
      heading: name,
      lines: [
        ...text(role, 'role'),
        ...(email !== undefined ? [{ key: 'email', text: email }] : []),
        ...(phone !== undefined ? [{ key: 'phone', text: phone }] : []),
      ],
    })),
    legalBasis: plain('legalBasis', 'legal'),
  }
}

function preamble({ title, summary, languages, currency }: CommitmentDocument, told: Told): PaperClause[] {
  const { locale, words } = told
  const names = words.compare.parts
  const texts = {
    title: textIn(title, locale),
    summary: textIn(summary, locale),
    languages: listOf(
      languages.map(
        (language) => new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language,
      ),
      'and',
      locale,
    ),
    currency,
  }
  return (['title', 'summary', 'languages', 'currency'] as const).map((id) => ({
    id,
    anchor: `preamble-${id}`,
    heading: names[id],
    lines: [{ key: 'text', text: texts[id] }],
  }))
}

function hoursLines(calendar: Calendar, { locale, words }: Told): PaperLine[] {
  const hours = (windows: readonly string[]) =>
    windows.length === 0
      ? words.commitment.closed
      : windows.map((window) => window.replace('-', '–')).join(', ')
  return [
    { key: 'week', text: `${describeWeek(calendar, locale)} (${zoneName(calendar.timeZone, locale)}).` },
    ...Object.entries(calendar.dates ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, windows]) => ({
        key: date,
        text: `${writtenWeekday(date, locale)}: ${hours(windows)}`,
        isMinor: true,
      })),
  ]
}

function pledgeLines(pledge: Pledge, { locale, words }: Told): PaperLine[] {
  const { commitment } = words
  return [
    { key: 'sentence', text: describePledge(pledge, locale) },
    ...(pledge.note ? [{ key: 'note', text: textIn(pledge.note, locale) }] : []),
    // Two lines, never one: what is owed and that nothing is owed have no words in common that mean anything.
    pledge.remedy
      ? { key: 'remedy', text: describeRemedy(pledge.remedy, locale) }
      : { key: 'no-remedy', text: commitment.noRemedy },
    ...(pledge.missedWhen
      ? [{ key: 'missed-when', text: commitment.alsoMissed(describeCondition(pledge.missedWhen, locale)) }]
      : []),
    { key: 'calendar', text: `${commitment.hoursOf} ${pledge.calendar}.`, isMinor: true },
    ...(pledge.moreSpecificThan
      ? [
          {
            key: 'before',
            text: `${commitment.before} ${pledge.moreSpecificThan.join(', ')}.`,
            isMinor: true,
          },
        ]
      : []),
  ]
}

/** What a pledge is about, without its terms: "Trả lời đầu tiên: Bảo hành". */
function topicOf({ milestone, for: scope }: Pledge, locale: Locale): string {
  const names = (scope.kinds ?? kinds).map((kind) => kindName(kind, locale))
  const milestoneText = milestoneName(milestone, locale)
  return scope.kinds ? `${milestoneText}: ${names.join(', ')}` : milestoneText
}
