import { env } from 'cloudflare:workers'
import type { SaveArticleInput } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { cookieOf, openShop, shopOrigin, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const at = { merchant: 'minh-an' }

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  await write('tu-lanh-khong-lanh', {
    title: 'Tủ lạnh không lạnh: xem gì trước khi gọi thợ',
    body: 'Kiểm tra **nguồn điện** và nút chỉnh nhiệt.\n\n- Cửa có kín không?\n- Ngăn đá có đóng tuyết?',
    kinds: ['warranty', 'support'],
  })
  await write('doi-don-hang', {
    title: 'Đổi đơn hàng',
    body: 'Đổi trong 7 ngày, [xem cam kết](https://a.example).',
  })
  await write('bao-hanh', { title: 'Thời hạn bảo hành', body: 'Tủ lạnh: 24 tháng kể từ ngày mua.' })
  await write('thap', { title: 'Máy giặt rung', body: 'Kê lại chân máy.', published: false })
  await write('warranty', { title: 'How long the warranty lasts', body: 'Fridges: 24 months.' }, 'en')
  await write(
    'bao-hanh',
    { title: 'Bảo hành của Sống Xanh', body: 'Tủ lạnh: 12 tháng.' },
    'vi',
    cookieOf('owner', 'song-xanh'),
  )
})

const write = (
  slug: string,
  article: Partial<SaveArticleInput>,
  locale = 'vi',
  cookie = cookieOf('ong.chu'),
) =>
  call('saveArticle', {
    at: { locale, slug },
    body: { revision: 0, title: 'A', body: 'B', published: true, ...article },
    cookie,
  })

const found = async (query: Record<string, string>, merchant = 'minh-an') =>
  (await call('searchArticles', { at: { merchant }, query })).value.articles.map(({ slug }) => slug)

describe('help', () => {
  it.each([
    ['Tủ lạnh nhà em không lạnh nữa', 'tu-lanh-khong-lanh'],
    ['tu lanh khong lanh', 'tu-lanh-khong-lanh'],
    ['doi don hang', 'doi-don-hang'],
    ['ĐƠN HÀNG', 'doi-don-hang'],
    ['đơn hà', 'doi-don-hang'],
    ['bảo hành tủ lạnh bao nhiêu tháng', 'bao-hanh'],
  ])('is found by "%s", without accents and while the last word is typed', async (q, slug) => {
    expect((await found({ q }))[0]).toBe(slug)
  })

  it.each([
    'em',
    'xe đạp điện',
    'tủ',
    '',
    '"',
    'scope : mer1vi OR a',
    '* AND NOT (',
    "'; DROP TABLE articles",
  ])('does not come up for "%s", in which nothing fits', async (q) => {
    const slugs = await found({ q })
    expect(slugs.filter((slug) => slug !== 'tu-lanh-khong-lanh' && slug !== 'bao-hanh')).toEqual([])
    if (q !== 'tủ') expect(slugs).toEqual([])
  })

  it('comes three at most, with a title, a beginning without marks, and its address', async () => {
    for (let count = 0; count < 5; count++) {
      await write(`may-lanh-${count}`, {
        title: 'Máy lạnh chảy nước',
        body: `${'Máy lạnh chảy nước. '.repeat(20)}`,
      })
    }
    const { articles } = (await call('searchArticles', { at, query: { q: 'máy lạnh chảy nước' } })).value
    expect(articles).toHaveLength(3)
    expect(articles[0]?.excerpt.length).toBeLessThanOrEqual(161)
    const [order] = (await call('searchArticles', { at, query: { q: 'đổi đơn hàng' } })).value.articles
    expect(order).toEqual({
      slug: 'doi-don-hang',
      title: 'Đổi đơn hàng',
      excerpt: 'Đổi trong 7 ngày, xem cam kết.',
      url: 'https://camket.test/minh-an/help/doi-don-hang',
    })
  })

  it('is of one merchant, one language and, if asked, one kind of request', async () => {
    const { value } = await call('searchArticles', {
      at: { merchant: 'song-xanh' },
      query: { q: 'bảo hành tủ lạnh' },
    })
    expect(value.articles.map(({ title }) => title)).toEqual(['Bảo hành của Sống Xanh'])
    expect(await found({ q: 'warranty months', locale: 'en' })).toEqual(['warranty'])
    expect(await found({ q: 'warranty months' })).toEqual([])
    expect(await found({ q: 'tủ lạnh không lạnh', kind: 'complaint' })).not.toContain('tu-lanh-khong-lanh')
    expect(await found({ q: 'tủ lạnh không lạnh', kind: 'warranty' })).toContain('tu-lanh-khong-lanh')
  })

  it('is listed whole where nothing is looked for, and never before it is published', async () => {
    const all = await found({})
    expect(all).toEqual(expect.arrayContaining(['bao-hanh', 'doi-don-hang', 'tu-lanh-khong-lanh']))
    expect(all).not.toContain('thap')
    expect(await found({ q: 'máy giặt rung' })).not.toContain('thap')
    expect((await call('getArticle', { at: { ...at, slug: 'thap' } })).problem.code).toBe('article_not_found')
  })

  it('is read in the language asked for, else in the merchant’s own', async () => {
    const read = async (slug: string, locale?: string) =>
      (await call('getArticle', { at: { ...at, slug }, query: locale ? { locale } : {} })).value
    expect(await read('bao-hanh', 'en')).toMatchObject({ locale: 'vi', title: 'Thời hạn bảo hành' })
    expect(await read('warranty', 'en')).toMatchObject({
      url: 'https://camket.test/en/minh-an/help/warranty',
    })
    expect(
      (await call('getArticle', { at: { merchant: 'song-xanh', slug: 'doi-don-hang' } })).problem.code,
    ).toBe('article_not_found')
  })

  it('is told to the widget when there is some', async () => {
    expect((await call('getWidgetConfig', { at })).value.hasArticles).toBe(true)
    const headers = { Origin: 'https://evil.example' }
    expect((await call('searchArticles', { at, headers })).problem.code).toBe('origin_not_allowed')
    expect((await call('searchArticles', { at, headers: { Origin: shopOrigin } })).status).toBe(200)
  })

  it('is found in two round trips, by indexes alone, without meeting another merchant’s', async () => {
    const other = cookieOf('owner', 'song-xanh')
    for (let count = 0; count < 30; count++)
      await write(`a-${count}`, { title: 'Tủ lạnh kêu to' }, 'vi', other)
    const { d1, counts } = countedD1(env.DB)
    const query = { q: 'tủ lạnh kêu to' }
    expect((await call('searchArticles', { at, query, bindings: { DB: d1 } })).status).toBe(200)
    expect([counts.roundTrips, counts.rowsWritten]).toEqual([2, 0])
    expect(counts.rowsRead).toBeLessThanOrEqual(40)
    expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
  })
})

describe('an article in the desk', () => {
  const cookie = cookieOf
  it('is changed by whoever saw its last state, and is searched anew at once', async () => {
    const { value } = await write('rung', { title: 'Quạt rung', body: 'Siết ốc.' })
    expect(value).toMatchObject({ slug: 'rung', revision: 1, published: true })
    expect((await write('rung', { title: 'Khác' })).problem).toMatchObject({
      status: 409,
      code: 'article_changed',
    })
    expect(
      (await write('rung', { revision: 1, title: 'Nồi cơm khét', body: 'Rửa nồi.' })).value.revision,
    ).toBe(2)
    expect(await found({ q: 'quạt rung' })).toEqual([])
    expect(await found({ q: 'nồi cơm khét' })).toEqual(['rung'])
    expect((await write('rung', { revision: 2, title: 'Nồi cơm khét', published: false })).status).toBe(200)
    expect(await found({ q: 'nồi cơm khét' })).toEqual([])
  })

  it('taken away is found no more', async () => {
    await write('xoa', { title: 'Bếp từ không nóng' })
    const place = { at: { locale: 'vi', slug: 'xoa' }, cookie: cookie('truong.nhom') }
    expect((await call('deleteArticle', place)).status).toBe(204)
    expect((await call('deleteArticle', place)).problem.code).toBe('article_not_found')
    expect((await write('xoa', { revision: 1 })).problem.code).toBe('article_not_found')
    expect(await found({ q: 'bếp từ không nóng' })).toEqual([])
  })

  it('is read by all staff and written by owner and leads', async () => {
    const { articles } = (await call('getDeskArticles', { cookie: cookie('nguoi.xem') })).value
    expect(articles.find(({ slug }) => slug === 'thap')).toMatchObject({ published: false })
    expect((await write('a', {}, 'vi', cookie('nhan.vien'))).problem.code).toBe('role_not_allowed')
    const place = { at: { locale: 'vi', slug: 'bao-hanh' } }
    expect((await call('deleteArticle', { ...place, cookie: cookie('nhan.vien') })).problem.code).toBe(
      'role_not_allowed',
    )
    expect((await call('getDeskArticles', { cookie: cookie('dai.ly') })).problem.code).toBe(
      'role_not_allowed',
    )
    const others = (await call('getDeskArticles', { cookie: cookie('owner', 'song-xanh') })).value.articles
    expect(others.some(({ slug }) => slug === 'doi-don-hang')).toBe(false)
  })

  it.each([
    ['vi', 'Tủ lạnh'],
    ['fr', 'a'],
    ['vi', 'a--b'],
  ])('has an address; %s/%s is none', async (locale, slug) => {
    expect((await write(slug, {}, locale)).problem.code).toBe('article_not_found')
  })
})
