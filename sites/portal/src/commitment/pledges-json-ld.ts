import type { CommitmentView } from '@camket/contracts'
import type { Shown } from './shown.ts'

/** Where the words of this vocabulary are told (pages/ns/commitment.astro). */
export const contextPath = '/ns/commitment.jsonld'

/** The pledges for machines, in a vocabulary of our own: the members are those of the JSON, each with its address. */
export function pledgesJsonLd({ document, version }: CommitmentView, shown: Shown): object {
  return {
    '@context': [`${shown.origin}${contextPath}`, { '@base': shown.url, '@language': shown.locale }],
    '@id': '',
    '@type': 'Commitment',
    version,
    currency: document.currency,
    pledges: document.pledges.map((pledge) => {
      const { id, for: scope, milestone, within, calendar, remedy, moreSpecificThan, missedWhen } = pledge
      return {
        '@id': `#${id}`,
        '@type': 'Pledge',
        id,
        name: shown.sentence(pledge),
        description: shown.promise(pledge),
        for: scope,
        milestone,
        within,
        calendar,
        remedy,
        moreSpecificThan,
        missedWhen,
      }
    }),
  }
}
