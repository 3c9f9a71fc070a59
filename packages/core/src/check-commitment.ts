import { checkCalendar } from './check-calendar.ts'
import { checkInternalPledges, checkPledges } from './check-pledges.ts'
import { checkRemedy } from './check-remedy.ts'
import type { Commitment, Pledge } from './commitment.ts'
import { type CommitmentProblem, within } from './commitment-problem.ts'
import { escapePointer } from './escape-pointer.ts'
import type { Localized } from './vocabulary.ts'

/**
 * What keeps a document from being published although each part of it is well formed; empty when nothing does.
 * With an instant it also finds calendars that never open in the 400 days after it.
 */
export function checkCommitment(commitment: Commitment, at?: Date): CommitmentProblem[] {
  return [
    ...calendarProblems(commitment, at),
    ...checkPledges(commitment, at),
    ...commitment.pledges.flatMap((pledge, index) =>
      within(`/pledges/${index}/remedy`, owedProblems(pledge, commitment)),
    ),
    ...checkInternalPledges(commitment, at),
    ...textProblems(commitment),
    ...repeatedIds(commitment),
  ]
}

function calendarProblems({ calendars }: Commitment, at?: Date): CommitmentProblem[] {
  return Object.entries(calendars).flatMap(([name, calendar]) =>
    within(`/calendars/${escapePointer(name)}`, checkCalendar(calendar, at)),
  )
}

function owedProblems({ remedy }: Pledge, { currency }: Commitment): CommitmentProblem[] {
  return remedy ? checkRemedy(remedy, currency) : []
}

function textProblems(commitment: Commitment): CommitmentProblem[] {
  return texts(commitment).flatMap(([pointer, text]) =>
    commitment.languages
      .filter((language) => !text[language]?.trim())
      .map((language) => ({
        pointer: `${pointer}/${escapePointer(language)}`,
        code: 'text_missing',
        message: `Write this in "${language}" too, or take the language off the list.`,
      })),
  )
}

/** Every text of the document with its place. */
function texts(commitment: Commitment): (readonly [pointer: string, text: Localized])[] {
  const { title, summary } = commitment
  const numbered = <T>(
    name: string,
    items: readonly T[],
    textOf: (item: T) => Localized | undefined,
    member: string,
  ) =>
    items.flatMap((item, index) => {
      const text = textOf(item)
      return text ? [[`/${name}/${index}/${member}`, text] as const] : []
    })
  return [
    ['/title', title],
    ['/summary', summary],
    ...numbered('qualityStatements', commitment.qualityStatements, ({ text }) => text, 'text'),
    ...numbered('pledges', commitment.pledges, ({ note }) => note, 'note'),
    ...numbered('internalPledges', commitment.internalPledges ?? [], ({ note }) => note, 'note'),
    ...numbered('warranties', commitment.warranties ?? [], ({ goods }) => goods, 'goods'),
    ...numbered('warranties', commitment.warranties ?? [], ({ note }) => note, 'note'),
    ...numbered('returns', commitment.returns ?? [], ({ goods }) => goods, 'goods'),
    ...numbered('returns', commitment.returns ?? [], ({ note }) => note, 'note'),
    ...numbered('worstCases', commitment.worstCases, (worst) => worst.title, 'title'),
    ...numbered('worstCases', commitment.worstCases, ({ text }) => text, 'text'),
    ...numbered('exclusions', commitment.exclusions, ({ text }) => text, 'text'),
    ...numbered('partnerTerms', commitment.partnerTerms, ({ text }) => text, 'text'),
    ...numbered('escalation', commitment.escalation, ({ role }) => role, 'role'),
    ...numbered('legalBasis', commitment.legalBasis, ({ text }) => text, 'text'),
  ]
}

/** Ids are addresses of clauses on the commitment's page: two of a list may not share one. */
function repeatedIds(commitment: Commitment): CommitmentProblem[] {
  return [
    ...repeated(
      'pledges',
      'id',
      commitment.pledges.map(({ id }) => id),
    ),
    ...repeated(
      'internalPledges',
      'id',
      (commitment.internalPledges ?? []).map(({ id }) => id),
    ),
    ...repeated(
      'exclusions',
      'code',
      commitment.exclusions.map(({ code }) => code),
    ),
    ...repeated(
      'qualityStatements',
      'id',
      commitment.qualityStatements.map(({ id }) => id),
    ),
    ...repeated(
      'warranties',
      'id',
      (commitment.warranties ?? []).map(({ id }) => id),
    ),
    ...repeated(
      'returns',
      'id',
      (commitment.returns ?? []).map(({ id }) => id),
    ),
    ...repeated(
      'worstCases',
      'id',
      commitment.worstCases.map(({ id }) => id),
    ),
    ...repeated(
      'partnerTerms',
      'id',
      commitment.partnerTerms.map(({ id }) => id),
    ),
    ...repeated(
      'legalBasis',
      'id',
      commitment.legalBasis.map(({ id }) => id),
    ),
  ]
}

function repeated(list: string, member: string, ids: readonly string[]): CommitmentProblem[] {
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return []
    const message = `"${id}" stands here a second time; give each its own.`
    return [{ pointer: `/${list}/${index}/${member}`, code: 'id_repeated', message }]
  })
}
