import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../http/raise.ts'
import { call } from '../testing/call.ts'
import { fileRequest } from '../testing/file-request.ts'
import { openShop, shopCommitment } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'
import { publishCommitment } from './publish-commitment.ts'

const first = new Date('2026-10-01T00:00:00.000Z')
const second = new Date('2026-12-01T00:00:00.000Z')
const at = { merchant: 'minh-an' }
const dayMillis = 86_400_000

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: first })
  await openShop(testContext(first.getTime()))
  vi.setSystemTime(new Date('2026-11-23T02:00:00Z'))
  await publish({ ...shopCommitment, summary: { vi: 'Bản hai', en: 'Version two' } }, second)
})

afterAll(() => {
  vi.useRealTimers()
})

const publish = (document: unknown, effectiveFrom = new Date(Date.now()), merchantId = 'mer_1') =>
  publishCommitment(testContext(Date.now()), { merchantId, document, effectiveFrom })

const read = async (query: Record<string, string> = {}) => (await call('getCommitment', { at, query })).value

describe('a published version', () => {
  it('is in force from its instant on, and not before', async () => {
    vi.setSystemTime(second.getTime() - 1)
    expect(await read()).toMatchObject({ version: 1, effectiveFrom: first.toISOString() })
    vi.setSystemTime(second)
    expect(await read()).toMatchObject({ version: 2, effectiveFrom: second.toISOString() })
  })

  it('can be read for ever, and before it holds, beside all others', async () => {
    vi.setSystemTime(second.getTime() - dayMillis)
    const [one, two] = [await read({ version: '1' }), await read({ version: '2' })]
    expect([one.document.summary.en, two.document.summary.en]).toEqual(['We keep our word.', 'Version two'])
    expect(two.versions).toEqual([
      { version: 2, effectiveFrom: second.toISOString() },
      { version: 1, effectiveFrom: first.toISOString() },
    ])
    expect(two).toMatchObject({ merchant: 'minh-an', merchantName: 'Điện máy Minh An' })
  })

  it('has a fingerprint that anybody can compute from what the API shows, and from what is stored', async () => {
    const { document, fingerprint } = await read({ version: '1' })
    const stored = await env.DB.prepare('SELECT document FROM commitments WHERE version = 1').first<string>(
      'document',
    )
    for (const text of [JSON.stringify(document), stored ?? '']) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      expect(new Uint8Array(digest).toHex()).toBe(fingerprint)
    }
  })

  it('is the one that a request keeps, whatever is published after it', async () => {
    vi.setSystemTime(second.getTime() - 1)
    const { code, commitmentVersion } = await fileRequest()
    vi.setSystemTime(second.getTime() + dayMillis)
    expect([commitmentVersion, (await fileRequest()).commitmentVersion]).toEqual([1, 2])
    expect((await call('getTicket', { at: { code } })).value.commitmentVersion).toBe(1)
  })

  it('is not there when there is none, or no such merchant', async () => {
    expect((await call('getCommitment', { at, query: { version: '9' } })).problem.code).toBe(
      'commitment_not_found',
    )
    const nobody = await call('getCommitment', { at: { merchant: 'nobody' } })
    expect(nobody.problem.code).toBe('merchant_not_found')
    const { problem } = await call('getCommitment', { at, query: { version: 'two' } })
    expect(problem).toMatchObject({ code: 'invalid_query', errors: [{ pointer: '/version' }] })
  })

  it('is for every page, and sent again only when it changed', async () => {
    vi.setSystemTime(second)
    const headers = { Origin: 'https://anywhere.example' }
    const whole = await call('getCommitment', { at, headers })
    expect(whole.headers.get('Access-Control-Allow-Origin')).toBe(headers.Origin)
    expect(whole.headers.get('Cache-Control')).toBe('public, max-age=60')
    const etag = whole.headers.get('ETag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await call('getCommitment', { at, headers: { 'If-None-Match': known } })
      expect([again.status, again.headers.get('ETag')]).toEqual([304, etag])
    }
    expect((await call('getCommitment', { at, headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    vi.setSystemTime(second.getTime() - 1)
    expect((await call('getCommitment', { at, headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  it('is another one although it says the same', async () => {
    vi.setSystemTime(second)
    const { document } = await read()
    const later = new Date(second.getTime() + dayMillis)
    const { version } = await publish(document, later)
    const etag = (await call('getCommitment', { at })).headers.get('ETag') ?? ''
    vi.setSystemTime(later)
    const { status, value } = await call('getCommitment', { at, headers: { 'If-None-Match': etag } })
    expect([status, value.version]).toEqual([200, version])
  })
})

describe('publishing', () => {
  const errorsOf = async (publication: Promise<unknown>) => {
    const error = await publication.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (!(error instanceof ProblemError)) throw new Error('It was published')
    return error.more.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  }

  it('numbers the versions of each merchant by themselves', async () => {
    expect((await publish(shopCommitment)).version).toBe((await read()).versions.length)
    expect((await publish(shopCommitment, undefined, 'mer_2')).version).toBe(2)
  })

  it('points at every fault of the document, and publishes nothing', async () => {
    const [pledge] = shopCommitment.pledges
    const broken = {
      ...shopCommitment,
      colour: 'red',
      title: {},
      calendars: { 'a/b': { timeZone: 'Asia/Ho_Chi_Minh', week: { mon: 'always' }, dates: {} } },
      pledges: [{ ...pledge, within: { amount: 0, unit: 'working_hour' } }],
    }
    expect(await errorsOf(publish(broken))).toEqual([
      '/calendars/a~1b/week/mon invalid_type',
      '/pledges/0/within/amount too_small',
      '/colour unknown_member',
    ])
  })

  it('finds what contradicts itself although each part is well formed', async () => {
    const [pledge] = shopCommitment.pledges
    const contradictory = {
      ...shopCommitment,
      title: { vi: 'Cam kết' },
      pledges: [pledge, { ...pledge, calendar: 'night' }],
    }
    const errors = await errorsOf(publish(contradictory))
    expect(errors?.map((error) => error.split(' ')[0])).toEqual(
      expect.arrayContaining(['/pledges/1/calendar', '/pledges/1/id', '/title/en']),
    )
  })

  it('can not say that something held before it was published', async () => {
    const { length } = (await read()).versions
    expect(await errorsOf(publish(shopCommitment, new Date(Date.now() - 1)))).toEqual([
      '/effectiveFrom in_the_past',
    ])
    expect((await read()).versions).toHaveLength(length)
  })
})
