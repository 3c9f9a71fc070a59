import type { CommitmentView } from '@camket/contracts'
import { asShown, type Shown } from './shown.ts'

const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const

/**
 * The commitment for machines, in the words of schema.org as far as they go; what they lack (pledges) has a
 * vocabulary of its own. There is no WarrantyPromise: a commitment states no warranty terms of products.
 */
export function jsonLd(view: CommitmentView, shown: Shown): object {
  const { document } = view
  const organization = {
    '@type': 'Organization',
    '@id': `${shown.origin}/${view.merchant}#organization`,
    name: view.merchantName,
    url: shown.url,
    contactPoint: document.escalation.map(({ name, role, email, phone }) => ({
      '@type': 'ContactPoint',
      name,
      contactType: asShown(role, shown),
      email,
      telephone: phone,
      hoursAvailable: Object.values(document.calendars).flatMap(openingHours),
    })),
  }
  return {
    '@context': ['https://schema.org', { camket: `${shown.origin}/api/v1/docs#` }],
    '@type': 'DigitalDocument',
    '@id': shown.url,
    name: asShown(document.title, shown),
    description: asShown(document.summary, shown),
    inLanguage: shown.locale,
    version: view.version,
    datePublished: view.publishedAt,
    temporalCoverage: `${view.effectiveFrom}/..`,
    publisher: organization,
    hasPart: document.pledges.map((pledge) => ({
      '@type': 'camket:Pledge',
      '@id': `${shown.url}#${pledge.id}`,
      name: shown.sentence(pledge),
      'camket:milestone': pledge.milestone,
      'camket:within': `${pledge.within.amount} ${pledge.within.unit}`,
      'camket:remedy': shown.consequence(pledge),
    })),
  }
}

/** JSON that can stand in a page: nothing in it ends the element that holds it. */
export const inScript = (json: object): string => JSON.stringify(json).replaceAll('<', '\\u003c')

type Calendar = CommitmentView['document']['calendars'][string]

function openingHours({ week }: Calendar) {
  const daysByWindow = new Map<string, string[]>()
  for (const [day, name] of Object.entries(days)) {
    for (const window of week[day as keyof typeof days] ?? []) {
      daysByWindow.set(window, [...(daysByWindow.get(window) ?? []), name])
    }
  }
  return [...daysByWindow].map(([window, dayOfWeek]) => {
    const [opens, closes] = window.split('-')
    return {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek,
      opens,
      closes: closes === '24:00' ? '23:59' : closes,
    }
  })
}
