import { beforeAll, describe, expect, it } from 'vitest'
import { ProblemError } from '../http/raise.ts'
import { call } from '../testing/call.ts'
import { openShop, shopOrigin } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'
import { createMerchant } from './create-merchant.ts'
import { isFreeSlug } from './reserved-slugs.ts'
import { readMerchant } from './store.ts'

const at = { merchant: 'minh-an' }
const context = testContext('2026-10-01T00:00:00Z')

beforeAll(() => openShop(context))

describe("a widget's configuration", () => {
  it('has all that a face needs to draw itself, in the language asked for', async () => {
    const { value, headers } = await call('getWidgetConfig', { at, query: { locale: 'en' } })
    expect(value).toMatchObject({
      merchant: 'minh-an',
      name: 'Điện máy Minh An',
      locale: 'en',
      locales: ['vi', 'en'],
      timeZone: 'Asia/Ho_Chi_Minh',
      commitmentUrl: 'https://camket.test/en/minh-an',
      statusUrl: 'https://camket.test/en/minh-an/status',
      commitmentVersion: 1,
      products: [{ code: 'DD-9' }, { code: 'TL-1', name: 'Tủ lạnh Đông Đá' }],
    })
    expect(value.kinds.map(({ kind }) => kind)).toEqual(['support', 'warranty', 'complaint', 'callback'])
    expect(headers.get('Cache-Control')).toBe('public, max-age=60')
    const { value: inVietnamese } = await call('getWidgetConfig', { at })
    expect(inVietnamese).toMatchObject({ locale: 'vi', commitmentUrl: 'https://camket.test/minh-an' })
    const textOf = ({ kinds }: typeof value) => kinds[1]?.pledges[0]?.text
    expect(textOf(value)).not.toBe(textOf(inVietnamese))
  })

  it('says what an ordinary customer is promised for each kind, and not what partners are', async () => {
    const { value } = await call('getWidgetConfig', { at })
    const promised = Object.fromEntries(
      value.kinds.map(({ kind, pledges }) => [kind, pledges.map(({ milestone }) => milestone)]),
    )
    expect(promised).toEqual({
      support: ['first_reply', 'next_reply'],
      warranty: ['first_reply', 'next_reply', 'resolution'],
      complaint: ['first_reply', 'next_reply', 'resolution'],
      callback: ['first_reply', 'next_reply', 'callback_made'],
    })
  })

  it('says each kind as one of several, as a heading, as a question, and its first promises in a line', async () => {
    const kindsIn = async (locale: 'vi' | 'en') =>
      (await call('getWidgetConfig', { at, query: { locale } })).value.kinds
    const [, vi] = await kindsIn('vi')
    expect(vi).toMatchObject({
      name: 'Bảo hành',
      title: 'Yêu cầu bảo hành',
      prompt: 'Có chuyện gì với sản phẩm?',
      summary: 'Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc',
    })
    const [, en] = await kindsIn('en')
    expect(en).toMatchObject({
      name: 'Warranty',
      title: 'Warranty request',
      prompt: 'What is wrong with it?',
    })
    expect(en?.summary).toMatch(/^[A-Z][^,]+, [a-z]/)
  })

  it('is for the pages that the merchant lists', async () => {
    const from = (Origin: string) => call('getWidgetConfig', { at, headers: { Origin } })
    expect((await from(shopOrigin)).headers.get('Access-Control-Allow-Origin')).toBe(shopOrigin)
    const { problem } = await from('https://shop.example')
    expect(problem).toMatchObject({ status: 403, code: 'origin_not_allowed' })
    expect(problem.detail).toContain('"https://shop.example"')
  })

  it('is not there for nobody, nor before anything is published', async () => {
    const codeAt = async (merchant: string) =>
      (await call('getWidgetConfig', { at: { merchant } })).problem.code
    expect(await codeAt('nobody')).toBe('merchant_not_found')
    await open('chua-mo')
    expect(await codeAt('chua-mo')).toBe('commitment_not_found')
    const unpublished = { at: { merchant: 'chua-mo' }, body: { kind: 'support' } }
    expect((await call('previewDeadlines', unpublished)).problem.code).toBe('commitment_not_found')
  })
})

describe('an address', () => {
  it.each(['minh-an', 'a1b', '24h', 'x'.repeat(60), 'dien-may'])('%s is free', (slug) => {
    expect(isFreeSlug(slug)).toBe(true)
  })

  it.each([
    'api',
    'desk',
    'assets',
    'docs',
    'vi',
    'en',
    'w',
    'en-us',
    'Minh-An',
    'minh--an',
    '-an',
    'a.b',
    'đá',
    'x'.repeat(61),
    '',
  ])('"%s" is ours, or none', async (slug) => {
    expect(isFreeSlug(slug)).toBe(false)
    await expect(open(slug)).rejects.toSatisfy(
      (error) => error instanceof ProblemError && error.more.errors?.[0]?.pointer === '/slug',
    )
    expect(await readMerchant(context.db, slug)).toBeUndefined()
  })
})

async function open(slug: string) {
  const minhAn = await readMerchant(context.db, 'minh-an')
  if (!minhAn) throw new Error('The shop is not open')
  return createMerchant(context, { ...minhAn, id: `mer_${slug}`, slug }, [], [])
}
