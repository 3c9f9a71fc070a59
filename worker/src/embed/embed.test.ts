import { env } from 'cloudflare:workers'
import type { SaveEmbedInput } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { cookieOf, openShop, shopOrigin, signStaffIn } from '../testing/open-shop.ts'
import { settings, setUp } from '../testing/set-up-embed.ts'
import { testContext } from '../testing/test-context.ts'

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

const faults = async (changed: Partial<SaveEmbedInput>) => {
  const { status, problem } = await setUp(changed)
  expect([status, problem.code]).toEqual([422, 'invalid_body'])
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('the settings of a widget', () => {
  it('come as they are for a merchant who never set anything, with a snippet to paste', async () => {
    const { value } = await call('getEmbed', { cookie: cookieOf('owner', 'song-xanh') })
    expect(value).toEqual({
      revision: 0,
      merchant: 'song-xanh',
      locale: 'vi',
      accent: '#0b5d4b',
      position: 'end',
      colorScheme: 'auto',
      kinds: ['support'],
      locales: ['vi', 'en'],
      fields: [],
      allowedOrigins: [],
      challenge: 'auto',
      turnstile: null,
      identify: null,
      snippet: '<script async src="https://camket.test/w/camket.js" data-merchant="song-xanh"></script>',
    })
    expect(value.snippet.length).toBeLessThanOrEqual(200)
  })

  it('are kept whole, and the widget and filing go by them at once', async () => {
    const heading = { vi: 'Minh An nghe đây', en: 'Minh An is listening' }
    const changed = {
      accent: '#AA3300',
      position: 'start',
      colorScheme: 'dark',
      heading,
      kinds: ['warranty', 'support'],
      allowedOrigins: [
        shopOrigin,
        'https://KHO.minh-an.example:443/a?b#c',
        'moi.example',
        'http://localhost:3000/x',
      ],
    } as const
    const { value } = await setUp({
      ...changed,
      kinds: [...changed.kinds],
      allowedOrigins: [...changed.allowedOrigins],
    })
    expect(value).toMatchObject({
      ...changed,
      accent: '#aa3300',
      revision: 1,
      allowedOrigins: [
        shopOrigin,
        'https://kho.minh-an.example',
        'https://moi.example',
        'http://localhost:3000',
      ],
    })
    expect(value.snippet).toBe(
      '<script async src="https://camket.test/w/camket.js" data-merchant="minh-an" data-position="start" data-color-scheme="dark"></script>',
    )
    expect(value.snippet.length).toBeLessThanOrEqual(200)
    expect((await call('getEmbed', { cookie: cookieOf('truong.nhom') })).value).toEqual(value)
    const headers = { Origin: 'https://kho.minh-an.example' }
    const at = { merchant: 'minh-an' }
    const { value: config } = await call('getWidgetConfig', { at, query: { locale: 'en' }, headers })
    expect(config).toMatchObject({ position: 'start', colorScheme: 'dark', heading: heading.en })
    expect(config.kinds.map(({ kind }) => kind)).toEqual(['warranty', 'support'])
    expect(JSON.stringify(config)).not.toMatch(/allowedOrigins|challenge|revision|identify/)
  })

  it('of another merchant stay as they are', async () => {
    const { value } = await call('getEmbed', { cookie: cookieOf('owner', 'song-xanh') })
    expect([value.revision, value.allowedOrigins]).toEqual([0, []])
  })

  it('that somebody else changed meanwhile are not written over', async () => {
    const stale = await settings()
    expect((await setUp({ position: 'end' })).status).toBe(200)
    const { problem } = await call('saveEmbed', {
      body: { ...stale, accent: '#000000', position: 'start' },
      cookie: cookieOf('truong.nhom'),
    })
    expect([problem.status, problem.code]).toEqual([409, 'embed_changed'])
    expect(await settings()).toMatchObject({ position: 'end', accent: '#aa3300' })
  })

  it('of two who save the same at once are one’s', async () => {
    const body = await settings()
    const both = await Promise.all(
      ['#111111', '#222222'].map((accent) =>
        call('saveEmbed', { body: { ...body, accent }, cookie: cookieOf('ong.chu') }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const kept = both.find(({ status }) => status === 200)?.value.accent
    expect((await settings()).accent).toBe(kept)
  })

  it.each(['nhan.vien', 'nguoi.xem', 'dai.ly'])('are not for %s', async (mailbox) => {
    const cookie = cookieOf(mailbox)
    const body = { url: 'https://www.minh-an.example' }
    for (const answer of [
      await call('getEmbed', { cookie }),
      await call('saveEmbed', { cookie, body: {} }),
      await call('previewEmbed', { cookie, body: {} }),
      await call('rotateIdentifySecret', { cookie }),
      await call('checkSite', { cookie, body }),
    ]) {
      expect(answer.problem.code).toBe('role_not_allowed')
    }
    expect((await call('getEmbed')).problem.code).toBe('sign_in_needed')
  })

  it('that make no sense are refused, each at its place', async () => {
    expect(
      await faults({ allowedOrigins: ['shop.vn', 'http://shop.vn', 'ftp://shop.vn', 'shop', '*.shop.vn'] }),
    ).toEqual([
      '/allowedOrigins/1 https_needed',
      '/allowedOrigins/2 not_an_origin',
      '/allowedOrigins/3 not_an_origin',
      '/allowedOrigins/4 not_an_origin',
    ])
    expect(await faults({ locales: ['en'] })).toEqual(['/locales own_language_needed'])
    expect(await faults({ kinds: [] })).toEqual(['/kinds too_small'])
    expect(await faults({ kinds: ['support', 'support'] })).toEqual(['/kinds twice'])
    expect(await faults({ accent: 'red' })).toEqual(['/accent invalid_format'])
    const label = { vi: 'Màu' }
    const choices = [
      { value: 'red', label },
      { value: 'red', label },
    ]
    expect(
      await faults({
        fields: [
          { name: 'Màu', type: 'text', label, required: false },
          { name: 'a', type: 'choice', label, required: false, choices },
          { name: 'b', type: 'number', label, required: false, min: 2, max: 1 },
          { name: 'c', type: 'text', label: {}, required: false },
        ],
      }),
    ).toEqual([
      '/fields/0/name invalid_format',
      '/fields/1/choices twice',
      '/fields/2/max ends_before_it_begins',
      '/fields/3/label too_small',
    ])
    const twice = { name: 'a', type: 'text', label, required: false } as const
    expect(await faults({ fields: [twice, twice] })).toEqual(['/fields twice'])
    const many = Array.from({ length: 21 }, (_, index) => ({ ...twice, name: `a${index}` }))
    expect(await faults({ fields: many })).toEqual(['/fields too_big'])
  })
})

describe('secrets', () => {
  it('of Turnstile are kept sealed, stay when they are not typed again, and belong to their site key', async () => {
    expect(await faults({ turnstile: { siteKey: '0x4A' } })).toEqual(['/turnstile/secret secret_needed'])
    const { value } = await setUp({ turnstile: { siteKey: '0x4A', secret: 'turnstile-secret' } })
    expect(value.turnstile).toEqual({ siteKey: '0x4A' })
    const stored = JSON.stringify(await env.DB.prepare('SELECT * FROM embeds').all())
    expect(stored).not.toContain('turnstile-secret')
    expect((await setUp({ turnstile: { siteKey: '0x4A' } })).status).toBe(200)
    expect(await faults({ turnstile: { siteKey: '0x4B' } })).toEqual(['/turnstile/secret secret_needed'])
    expect((await setUp({ turnstile: null })).value.turnstile).toBeNull()
  })

  it('that sign customers’ tokens are shown once, stored nowhere, and another one each time', async () => {
    const cookie = cookieOf('truong.nhom')
    const { value: first } = await call('rotateIdentifySecret', { cookie })
    const { value: second } = await call('rotateIdentifySecret', { cookie })
    expect([first.version, second.version]).toEqual([1, 2])
    expect(first.secret).toMatch(/^[\w-]{43}$/)
    expect(second.secret).not.toBe(first.secret)
    const stored = JSON.stringify(await env.DB.prepare('SELECT * FROM embeds').all())
    for (const { secret } of [first, second]) expect(stored).not.toContain(secret)
    const { value } = await call('getEmbed', { cookie })
    expect(value.identify).toEqual({ version: 2, madeAt: second.madeAt })
    expect(JSON.stringify(value)).not.toContain(second.secret)
  })
})

describe('a preview', () => {
  it('is the widget’s configuration as it would be, and stores nothing', async () => {
    const { revision: _, allowedOrigins: _o, challenge: _c, turnstile: _t, ...look } = await settings()
    const before = await settings()
    const { value } = await call('previewEmbed', {
      query: { locale: 'en' },
      body: {
        ...look,
        accent: '#00ff00',
        heading: { vi: 'A', en: 'B' },
        fields: [{ name: 'a', type: 'text', label: { vi: 'Mã', en: 'Code' }, required: true }],
      },
      cookie: cookieOf('truong.nhom'),
    })
    expect(value).toMatchObject({ heading: 'B', fields: [{ name: 'a', label: 'Code', required: true }] })
    expect(value.colors.light.accent).not.toBe('#00ff00')
    expect(await settings()).toEqual(before)
  })
})

it.each<
  [
    string,
    readonly [roundTrips: number, rowsRead: number, rowsWritten: number],
    (DB: D1Database) => Promise<{ status: number }>,
  ]
>([
  ['shown', [2, 8, 0], (DB) => call('getEmbed', { cookie: cookieOf('ong.chu'), bindings: { DB } })],
  [
    'saved',
    [4, 16, 3],
    async (DB) =>
      call('saveEmbed', { body: await settings(), cookie: cookieOf('ong.chu'), bindings: { DB } }),
  ],
  [
    'previewed',
    [2, 12, 0],
    async (DB) => {
      const { revision: _r, allowedOrigins: _o, challenge: _c, turnstile: _t, ...body } = await settings()
      return call('previewEmbed', { body, cookie: cookieOf('ong.chu'), bindings: { DB } })
    },
  ],
  [
    'asked for by the widget',
    [1, 10, 0],
    (DB) => call('getWidgetConfig', { at: { merchant: 'minh-an' }, bindings: { DB } }),
  ],
])('settings are %s within their budget, every row found by an index', async (_name, budget, run) => {
  await call('getWidgetConfig', { at: { merchant: 'minh-an' } })
  const { d1, counts } = countedD1(env.DB)
  expect((await run(d1)).status).toBe(200)
  const { roundTrips, rowsRead, rowsWritten } = counts
  expect(
    [roundTrips, rowsRead, rowsWritten].every((count, index) => count <= (budget[index] ?? 0)),
    `${[roundTrips, rowsRead, rowsWritten]}`,
  ).toBe(true)
  expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
})
