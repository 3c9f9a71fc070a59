import type { Calendar } from '../src/calendar.ts'
import type { Commitment, Exclusion, LegalReference, Pledge, SumOffer } from '../src/commitment.ts'

/** What a scheme says; the parts of a document that payable sums do not depend on are filled in. */
export type Scheme = {
  readonly title: string
  readonly currency: string
  readonly calendars: { readonly [name: string]: Calendar }
  readonly pledges: readonly Pledge[]
  readonly exclusions?: readonly Exclusion[]
  readonly escalation?: Commitment['escalation']
  readonly worstCases?: Commitment['worstCases']
  /** Law or regulator, and the clause. */
  readonly source: LegalReference
}

export function schemeAsCommitment({ title, source, ...scheme }: Scheme): Commitment {
  return {
    title: { en: title },
    summary: { en: title },
    languages: ['en'],
    qualityStatements: [],
    worstCases: [],
    exclusions: [],
    partnerTerms: [],
    escalation: [],
    legalBasis: [source],
    ...scheme,
  }
}

const allDay = ['00:00-24:00']

/** Open around the clock, so that hours are hours. */
export const aroundTheClock = (timeZone: string): Calendar => ({
  timeZone,
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  dates: {},
})

/** Working days are whole days from Monday to Friday; public holidays are for whoever takes this over to add. */
export const wholeWorkingDays = (timeZone: string): Calendar => ({
  timeZone,
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay },
  dates: {},
})

export const money = (amount: number, currency: string): SumOffer => ({
  type: 'money',
  value: { amount, currency },
})
