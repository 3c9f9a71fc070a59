import type { CommitmentView } from '@camket/contracts'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { exampleView } from '../testing/example-view.ts'
import { inScript, jsonLd } from './json-ld.ts'
import { contextPath, pledgesJsonLd } from './pledges-json-ld.ts'
import { shownIn } from './shown.ts'
import { vocabulary, vocabularyContext } from './vocabulary-context.ts'

const origin = 'https://camket.example'
const url = `${origin}/minh-an/commitment/2`
const shown = shownIn('vi', origin, url)
const now = new Date('2026-11-25T03:20:00Z')
const all: CommitmentView = {
  ...exampleView,
  document: {
    ...exampleView.document,
    warranties: [
      { id: 'large', goods: { vi: 'Tủ lạnh' }, months: 24, covers: 'parts_and_labour', where: 'picked_up' },
      { id: 'small', goods: { vi: 'Quạt' }, months: 12, where: 'picked_up' },
    ],
    returns: [
      {
        id: 'unused',
        goods: { vi: 'Hàng chưa dùng' },
        days: 7,
        gives: ['money', 'exchange'],
        wayBackPaidBy: 'customer',
        countries: ['VN'],
      },
    ],
  },
}

type Node = { '@id'?: string; '@type'?: string[] } & Record<string, unknown>

/** Expands as a processor would, with ours for the only context that it may fetch and schema.org's as a stand-in. */
async function expanded(document: object): Promise<Node[]> {
  const documentLoader = async (asked: string) => {
    const context = asked === `${origin}${contextPath}` ? vocabularyContext(origin) : undefined
    const schema = asked.startsWith('https://schema.org')
      ? { '@context': { '@vocab': 'https://schema.org/' } }
      : undefined
    const found = context ?? schema
    if (!found) throw new Error(`Nobody may fetch ${asked}`)
    return { document: found as jsonld.NodeObject, documentUrl: asked }
  }
  const plain = JSON.parse(inScript(document)) as jsonld.JsonLdDocument
  const found = await jsonld.expand(plain, { documentLoader, base: `${origin}/minh-an` })
  return found as Node[]
}

/** Every node of a type, however deep. */
function ofType(value: unknown, type: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => ofType(one, type))
  if (typeof value !== 'object' || value === null) return []
  const node = value as Node
  const own = node['@type']?.includes(type) ? [node] : []
  return [...own, ...Object.values(node).flatMap((one) => ofType(one, type))]
}

describe('a commitment for search engines', () => {
  const schema = 'https://schema.org/'

  it('is a document of an organization that says when it answers, what has a warranty and what may come back', async () => {
    const found = await expanded(jsonLd(all, shown, now))
    for (const [type, count] of [
      ['DigitalDocument', 1],
      ['Organization', 1],
      ['MerchantReturnPolicy', 1],
      ['WarrantyPromise', 2],
      ['OpeningHoursSpecification', 2],
    ] as const) {
      expect(ofType(found, schema + type).length, type).toBe(count)
    }
    expect(found[0]?.['@id']).toBe(url)
  })

  it('tells of a return only what the clause says', () => {
    const { publisher } = JSON.parse(JSON.stringify(jsonLd(all, shown, now)))
    expect(publisher.hasMerchantReturnPolicy).toEqual([
      {
        '@type': 'MerchantReturnPolicy',
        '@id': `${url}#return-term-unused`,
        name: 'Hàng chưa dùng',
        applicableCountry: ['VN'],
        returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
        merchantReturnDays: 7,
        refundType: ['https://schema.org/FullRefund', 'https://schema.org/ExchangeRefund'],
        customerRemorseReturnFees: 'https://schema.org/ReturnFeesCustomerResponsibility',
        merchantReturnLink: `${url}#return-term-unused`,
      },
    ])
  })

  it('tells of a warranty its months, and a scope only where there is one of that meaning', () => {
    const { publisher } = JSON.parse(JSON.stringify(jsonLd(all, shown, now)))
    const promises = publisher.makesOffer.map(({ warranty }: { warranty: object }) => warranty)
    expect(promises).toMatchObject([
      {
        durationOfWarranty: { '@type': 'QuantitativeValue', value: 24, unitCode: 'MON' },
        warrantyScope: { '@id': 'http://purl.org/goodrelations/v1#PartsAndLabor-PickUp' },
      },
      { durationOfWarranty: { value: 12 } },
    ])
    expect(promises[1]).not.toHaveProperty('warrantyScope')
  })

  it('says nothing of warranties and returns where the document has none', () => {
    const { publisher } = JSON.parse(JSON.stringify(jsonLd(exampleView, shown, now)))
    expect(publisher).not.toHaveProperty('hasMerchantReturnPolicy')
    expect(publisher).not.toHaveProperty('makesOffer')
  })

  it('has the hours of the week, and from today on the days that differ', () => {
    const { document } = exampleView
    const shop = {
      ...document.calendars.shop,
      dates: { '2026-11-24': [], '2027-01-01': [], '2027-01-02': [] },
    }
    const view = { ...exampleView, document: { ...document, calendars: { shop } } } as CommitmentView
    const { publisher } = JSON.parse(JSON.stringify(jsonLd(view, shown, now)))
    const hours = { '@type': 'OpeningHoursSpecification' }
    expect(publisher.contactPoint[0].hoursAvailable).toEqual([
      { ...hours, dayOfWeek: ['Monday', 'Tuesday'], opens: '08:00', closes: '12:00' },
      { ...hours, dayOfWeek: ['Tuesday'], opens: '13:00', closes: '23:59' },
      { ...hours, opens: '00:00', closes: '00:00', validFrom: '2027-01-01', validThrough: '2027-01-02' },
    ])
  })

  it('cannot break out of the element that holds it', () => {
    const text = inScript(jsonLd(exampleView, shown, now))
    expect(text).not.toContain('<')
    expect(JSON.parse(text).publisher.name).toBe('Minh An </script><b>')
  })
})

describe('the pledges for machines', () => {
  const ours = `${origin}/ns/commitment#`

  it('are clauses with addresses of their own, in the vocabulary that this deployment tells', async () => {
    const [commitment] = await expanded(pledgesJsonLd(exampleView, shown))
    expect(commitment).toMatchObject({ '@id': url, '@type': [`${ours}Commitment`] })
    const pledges = ofType(commitment, `${ours}Pledge`)
    expect(pledges.map((pledge) => pledge['@id'])).toEqual([`${url}#first`, `${url}#second`])
    expect(pledges[0]).toMatchObject({
      'https://schema.org/name': [
        { '@value': 'Trả lời mọi yêu cầu trong 4 giờ làm việc', '@language': 'vi' },
      ],
      'https://schema.org/description': [
        { '@value': 'Trả lời mọi yêu cầu trong 4 giờ làm việc.', '@language': 'vi' },
      ],
      [`${ours}within`]: [
        {
          [`${ours}amount`]: [{ '@value': 4 }],
          [`${ours}unit`]: [{ '@value': 'working_hour', '@language': 'vi' }],
        },
      ],
    })
  })

  it('have the same words as the JSON, which the same context makes JSON-LD', async () => {
    const [commitment] = await expanded({ '@context': `${origin}${contextPath}`, ...exampleView })
    const [document] = (commitment?.[`${ours}document`] ?? []) as Node[]
    expect(document?.['https://schema.org/name']).toEqual([{ '@value': 'Cam kết', '@language': 'vi' }])
    const [list] = (document?.[`${ours}pledges`] ?? []) as { '@list': Node[] }[]
    expect(list?.['@list'].map((pledge) => pledge['https://schema.org/identifier'])).toEqual([
      [{ '@value': 'first' }],
      [{ '@value': 'second' }],
    ])
    expect(document?.[`${ours}calendars`]).toEqual([
      { '@type': '@json', '@value': exampleView.document.calendars },
    ])
  })

  it('are told, word by word, at the address of the vocabulary', async () => {
    const [first] = all.document.pledges
    if (!first) throw new Error('The example has pledges')
    const document = { ...all.document, pledges: [{ ...first, ...everyTerm }] }
    const used = new Set<string>()
    collectWords(await expanded({ '@context': `${origin}${contextPath}`, ...all, document }), used)
    const told = vocabulary.map(([word]) => word)
    expect(used.size).toBeGreaterThan(40)
    expect([...used].filter((word) => !told.includes(word))).toEqual([])
    expect(new Set(told).size).toBe(told.length)
  })

  /** Adds every word of ours that stands anywhere as a member or a type. */
  function collectWords(value: unknown, into: Set<string>): void {
    if (Array.isArray(value)) for (const one of value) collectWords(one, into)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith(ours)) into.add(key.slice(ours.length))
      collectWords(inner, into)
    }
  }
})

const vnd = { type: 'money' as const, value: { amount: 30_000, currency: 'VND' } }
const each = { amount: 1, unit: 'working_day' as const }

/** Every member that a pledge may have. */
const everyTerm = {
  for: {
    kinds: ['warranty'],
    channels: ['portal'],
    priorities: ['urgent'],
    tiers: ['A'],
    customerTypes: ['partner'],
  },
  note: { vi: 'Ghi chú' },
  moreSpecificThan: ['second'],
  missedWhen: { fact: 'repairs_failed', atLeast: 3 },
  warnings: [{ atPercent: 75, to: 'lead' }],
  remedy: {
    choice: [
      { type: 'greater_of', offers: [vnd, { type: 'percent_of', of: 'order', percent: 10 }] },
      { type: 'service_days', days: 3 },
    ],
    accrual: {
      type: 'tiers',
      by: { type: 'time', owes: 'sum', each, count: 'started', from: 'deadline' },
      tiers: [{ from: 1, to: 3, offer: vnd, reduced: { fact: 'distance_km', atMost: 9, percent: 50 } }],
    },
    cap: { type: 'count', units: 20 },
    alongside: { offer: vnd, accrual: { type: 'once' } },
    settlement: { type: 'on_claim', within: each, payWithin: each, latePenalty: 'same_again' },
  },
} satisfies Partial<CommitmentView['document']['pledges'][number]>
