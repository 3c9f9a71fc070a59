import type { CommitmentView } from '@camket/contracts'
import type {
  ContactPoint,
  DigitalDocument,
  MerchantReturnPolicy,
  Offer,
  Organization,
  WithContext,
} from 'schema-dts'
import { openingHours } from './opening-hours.ts'
import { asShown, type Shown } from './shown.ts'

/**
 * The commitment for search engines, in the words of schema.org alone; what those lack stands beside it
 * (pledges-json-ld.ts). Nothing is said here that the page does not say: returns and warranties come from the
 * document's own clauses, hours from its calendars, and where there are none there is no member.
 */
export function jsonLd(view: CommitmentView, shown: Shown, now: Date): WithContext<DigitalDocument> {
  const { document } = view
  return {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    '@id': shown.url,
    url: shown.url,
    name: asShown(document.title, shown),
    description: asShown(document.summary, shown),
    inLanguage: shown.locale,
    version: view.version,
    datePublished: view.publishedAt,
    temporalCoverage: `${view.effectiveFrom}/..`,
    publisher: organization(view, shown, now),
  }
}

/** JSON that can stand in a page: nothing in it ends the element that holds it. */
export const inScript = (json: object): string => JSON.stringify(json).replaceAll('<', '\\u003c')

function organization(view: CommitmentView, shown: Shown, now: Date): Organization {
  const { warranties = [], returns = [] } = view.document
  return {
    '@type': 'Organization',
    '@id': `${shown.origin}/${view.merchant}#organization`,
    name: view.merchantName,
    url: `${shown.origin}/${view.merchant}`,
    contactPoint: contactPoints(view, shown, now),
    ...(returns.length > 0 && { hasMerchantReturnPolicy: returns.map((one) => returnPolicy(one, shown)) }),
    ...(warranties.length > 0 && { makesOffer: warranties.map((one) => offerWithWarranty(one, shown)) }),
  }
}

/** Who answers requests and when, then the people to turn to, whose hours are not said. */
function contactPoints({ document }: CommitmentView, shown: Shown, now: Date): ContactPoint[] {
  const hours = Object.values(document.calendars).flatMap((calendar) => openingHours(calendar, now))
  const care: ContactPoint = {
    '@type': 'ContactPoint',
    contactType: 'customer support',
    availableLanguage: [...document.languages],
    ...(hours.length > 0 && { hoursAvailable: hours }),
  }
  const people = document.escalation.map(
    ({ name, role, email, phone }): ContactPoint => ({
      '@type': 'ContactPoint',
      name,
      contactType: asShown(role, shown),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { telephone: phone }),
    }),
  )
  return [care, ...people]
}

type Document = CommitmentView['document']
type ReturnClause = NonNullable<Document['returns']>[number]
type WarrantyClause = NonNullable<Document['warranties']>[number]

const refunds = {
  money: 'https://schema.org/FullRefund',
  exchange: 'https://schema.org/ExchangeRefund',
  credit: 'https://schema.org/StoreCreditRefund',
} as const

/** `returnFees` is for any reason, of which the clause tells only one: that nothing is wrong and yet it comes back. */
function returnPolicy(clause: ReturnClause, shown: Shown): MerchantReturnPolicy {
  return {
    '@type': 'MerchantReturnPolicy',
    '@id': `${shown.url}#return-term-${clause.id}`,
    name: asShown(clause.goods, shown),
    applicableCountry: [...clause.countries],
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: clause.days,
    refundType: clause.gives.map((one) => refunds[one]),
    customerRemorseReturnFees:
      clause.wayBackPaidBy === 'merchant'
        ? 'https://schema.org/FreeReturn'
        : 'https://schema.org/ReturnFeesCustomerResponsibility',
    merchantReturnLink: `${shown.url}#return-term-${clause.id}`,
  }
}

function offerWithWarranty(clause: WarrantyClause, shown: Shown): Offer {
  const scope = scopeOf(clause)
  return {
    '@type': 'Offer',
    name: asShown(clause.goods, shown),
    url: `${shown.url}#warranty-term-${clause.id}`,
    warranty: {
      '@type': 'WarrantyPromise',
      '@id': `${shown.url}#warranty-term-${clause.id}`,
      // UN/CEFACT's code of a month.
      durationOfWarranty: { '@type': 'QuantitativeValue', value: clause.months, unitCode: 'MON' },
      ...(scope !== undefined && { warrantyScope: { '@id': scope } }),
    },
  }
}

/** The three scopes that there are (GoodRelations); whatever is neither of them is not said. */
function scopeOf({ covers, where }: WarrantyClause): string | undefined {
  if (covers !== 'parts_and_labour') return undefined
  if (where === 'brought_in') return 'http://purl.org/goodrelations/v1#PartsAndLabor-BringIn'
  return where === 'picked_up' ? 'http://purl.org/goodrelations/v1#PartsAndLabor-PickUp' : undefined
}
