import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { fails, faultyD1, losesTheAnswer, works } from '../testing/faulty-d1.ts'
import { requestOf, warranty } from '../testing/file-request.ts'
import { openShop } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const now = new Date('2026-11-23T02:00:00.000Z')
const dayMillis = 86_400_000

/** The same code again, with a memory of its own. */
let otherIsolate: Pick<typeof import('../app.ts')['app'], 'fetch'>

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  vi.resetModules()
  otherIsolate = (await import('../app.ts')).app
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})

afterEach(() => {
  vi.setSystemTime(now)
})

afterAll(() => {
  vi.useRealTimers()
})

const minhAn = { merchant: 'minh-an' }
const file = (idempotencyKey: string, body: unknown, more: Omit<Parameters<typeof call>[1], 'body'> = {}) =>
  call('fileTicket', { at: minhAn, body, idempotencyKey, ...more })

const ticketCount = async () => (await countRows()).tickets ?? 0

describe('a key', () => {
  it('sent again with the same body gets the same answer, its secret too, and files nothing', async () => {
    const body = requestOf()
    const first = await file('again', body)
    const rows = await countRows()
    expect(first.headers.has('Idempotency-Replayed')).toBe(false)
    vi.setSystemTime(now.getTime() + 3_600_000)
    const again = await file('again', body)
    expect([again.status, again.value]).toEqual([201, first.value])
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await countRows()).toEqual(rows)
  })

  it('sent again on another day gets the same deadlines, told as they are told that day', async () => {
    const body = requestOf()
    const first = await file('next-day', body)
    expect(first.value.deadlines[0]).toMatchObject({
      milestoneText: 'Trả lời đầu tiên',
      dueText: 'trước 14:30 hôm nay',
    })
    vi.setSystemTime(now.getTime() + 20 * 3_600_000)
    const again = await file('next-day', body)
    const [deadline] = again.value.deadlines
    expect(deadline).toEqual({ ...first.value.deadlines[0], dueText: 'trước 14:30 thứ Hai 23/11' })
  })

  it('takes the same members in another order for the same body', async () => {
    const { customer, fields, ...rest } = requestOf({ fields: { a: '1', b: '2' } })
    const first = await file('order', { customer, fields, ...rest })
    const again = await file('order', { ...rest, fields: { b: '2', a: '1' }, customer })
    expect(fields).toBeDefined()
    expect(again.value).toEqual(first.value)
  })

  it('sent with another body is refused', async () => {
    await file('reused', requestOf())
    const { problem, status } = await file('reused', requestOf())
    expect([status, problem.code]).toEqual([422, 'idempotency_key_reused'])
  })

  it('is needed, and says what a key is', async () => {
    const { problem } = await call('fileTicket', { at: minhAn, body: warranty })
    expect([problem.status, problem.code]).toEqual([400, 'idempotency_key_missing'])
    for (const key of ['a b', 'a\tb', 'a'.repeat(129)]) {
      const refused = (await file(key, warranty)).problem
      expect([refused.status, refused.code], key).toEqual([400, 'idempotency_key_invalid'])
    }
    expect((await file('a'.repeat(128), requestOf())).status).toBe(201)
  })

  it('of a request that was refused is free for the corrected one', async () => {
    expect((await file('corrected', requestOf({ subject: '' }))).status).toBe(422)
    expect((await file('corrected', requestOf())).status).toBe(201)
  })

  it("is one merchant's own", async () => {
    const body = requestOf({ kind: 'support' })
    const here = await file('shared', body)
    const there = await call('fileTicket', { at: { merchant: 'song-xanh' }, body, idempotencyKey: 'shared' })
    expect(there.headers.has('Idempotency-Replayed')).toBe(false)
    expect(there.value.code).not.toBe(here.value.code)
  })

  it('is kept for 24 hours and usable anew from then on', async () => {
    const body = requestOf()
    const first = await file('old', body)
    vi.setSystemTime(now.getTime() + dayMillis - 1)
    expect((await file('old', body)).value.code).toBe(first.value.code)
    vi.setSystemTime(now.getTime() + dayMillis)
    const anew = await file('old', requestOf())
    expect(anew.headers.has('Idempotency-Replayed')).toBe(false)
    expect(anew.value.code).not.toBe(first.value.code)
  })
})

describe('many tries at once', () => {
  it('with one key make one ticket; who comes too early is told to come again', async () => {
    const before = await ticketCount()
    const body = requestOf()
    const tries = await Promise.all(Array.from({ length: 25 }, () => file('at-once', body)))
    const filed = tries.filter(({ status }) => status === 201)
    const early = tries.filter(({ status }) => status === 409)
    expect(filed.length + early.length).toBe(25)
    expect(new Set(filed.map(({ value }) => value.code)).size).toBe(1)
    for (const { problem, headers } of early) {
      expect([problem.code, headers.get('Retry-After')]).toEqual(['idempotency_in_flight', '1'])
    }
    expect(await ticketCount()).toBe(before + 1)
    expect((await file('at-once', body)).headers.get('Idempotency-Replayed')).toBe('true')
  })

  it.each([
    ['new', 0],
    ['a day old', dayMillis],
  ])('from two isolates with one key that is %s file once and answer alike', async (name, later) => {
    for (let round = 0; round < 5; round++) {
      const key = `${name.replaceAll(' ', '-')}-${round}`
      const body = requestOf()
      vi.setSystemTime(now)
      if (later > 0) await file(key, body)
      vi.setSystemTime(now.getTime() + later)
      const before = await ticketCount()
      const [here, there] = await Promise.all([file(key, body), file(key, body, { through: otherIsolate })])
      expect(here?.value).toEqual(there?.value)
      expect(await ticketCount()).toBe(before + 1)
      const replayed = [here, there].filter((one) => one?.headers.get('Idempotency-Replayed') === 'true')
      expect(replayed).toHaveLength(1)
    }
  })

  it('from two isolates with different bodies file one of them and refuse the other', async () => {
    for (let round = 0; round < 3; round++) {
      const before = await ticketCount()
      const both = await Promise.all([
        file(`differ-${round}`, requestOf()),
        file(`differ-${round}`, requestOf(), { through: otherIsolate }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
      expect(await ticketCount()).toBe(before + 1)
    }
  })
})

describe('a try that is cut off', () => {
  it('blocks its key for half a minute at most', async () => {
    const body = requestOf()
    const { promise: hangs, resolve: hang } = Promise.withResolvers<void>()
    const never = () => new Promise<never>(() => hang())
    // The first batch reads; the second, which writes, never comes back.
    const DB = faultyD1(works, never)
    void file('cut-off', body, { bindings: { DB } })
    await hangs
    vi.setSystemTime(now.getTime() + 29_999)
    expect((await file('cut-off', body)).problem.code).toBe('idempotency_in_flight')
    vi.setSystemTime(now.getTime() + 30_000)
    expect((await file('cut-off', body)).status).toBe(201)
  })

  it('after its write, by a database whose answer gets lost, has filed once and says so', async () => {
    const before = await ticketCount()
    const body = requestOf()
    const DB = faultyD1(works, losesTheAnswer)
    const first = await file('lost-answer', body, { bindings: { DB } })
    expect(first.status).toBe(201)
    expect((await file('lost-answer', body)).value).toEqual(first.value)
    expect(await ticketCount()).toBe(before + 1)
  })

  it('before its write leaves nothing, and may be made again', async () => {
    const before = await countRows()
    const body = requestOf()
    const DB = faultyD1(works, fails, works, fails)
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    expect((await file('broken', body, { bindings: { DB } })).status).toBe(500)
    expect(await countRows()).toEqual(before)
    expect((await file('broken', body)).status).toBe(201)
  })
})
