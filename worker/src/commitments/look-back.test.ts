import { env } from 'cloudflare:workers'
import type { LookBackPart } from '@camket/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { call } from '../testing/call.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { act, said } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const filedAt = new Date('2026-11-23T02:00:00.000Z')
const hourMillis = 3_600_000
const at = (hours: number) => vi.setSystemTime(filedAt.getTime() + hours * hourMillis)
const owner = () => ({ cookie: cookieOf('ong.chu') })

/** The shop's commitment with another time for the first reply to a warranty request. */
const answeredWithin = (minutes: number) => ({
  ...shopCommitment,
  pledges: shopCommitment.pledges.map((pledge) =>
    pledge.milestone === 'first_reply' ? { ...pledge, within: { amount: minutes, unit: 'minute' } } : pledge,
  ),
})

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: filedAt })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  // Three requests: answered after one hour, after two, and never.
  for (let count = 0; count < 3; count++) {
    at(0)
    const { code } = await fileRequest()
    if (count === 2) continue
    at(count + 1)
    await act('replyToTicket', code, said)
  }
  at(24 * 7)
})

afterAll(() => {
  vi.useRealTimers()
})

async function lookBack(
  minutes: number,
  body: object = {},
  bindings: { DB?: D1Database } = {},
): Promise<LookBackPart> {
  await env.DB.exec('DELETE FROM commitment_drafts')
  const saved = { document: answeredWithin(minutes), internalPledges: [], revision: 0 }
  await call('saveDraft', { body: saved, ...owner() })
  return (await call('lookBack', { body: { revision: 1, ...body }, ...owner(), bindings })).value
}

const firstReply = (part: LookBackPart) =>
  part.pledges.find(({ draft }) => draft && draft.kept + draft.missed === 3)

describe('looking back', () => {
  it('tells what a draft would have meant for real requests, against what really happened', async () => {
    const strict = await lookBack(90)
    expect(strict.tickets).toBe(3)
    const pledge = firstReply(strict)
    expect(pledge?.draft).toMatchObject({ kept: 1, missed: 2 })
    expect(pledge?.actual).toMatchObject({ kept: 2, missed: 1 })
    expect(pledge?.draft?.cost.VND).toBe(2 * (pledge?.actual?.cost.VND ?? 0))
    expect(firstReply(await lookBack(120))?.draft).toMatchObject({ kept: 2, missed: 1 })
  })

  it('counts nothing of before its days, and nothing of another merchant', async () => {
    expect((await lookBack(90, { days: 1 })).tickets).toBe(0)
    const body = { revision: 0 }
    const other = await call('lookBack', { body, cookie: cookieOf('owner', 'song-xanh') })
    expect(other.value.tickets).toBe(0)
  })

  it('goes on from a cursor with the same instants, and takes no other for one', async () => {
    const whole = await lookBack(90)
    const [from, until] = [Date.parse(whole.from), Date.parse(whole.until)]
    const second = await lookBack(90, {
      cursor: `${from}.${until}.${filedAt.getTime()}.tic_~`.replace('~', 'Z'),
    })
    expect(second).toMatchObject({ from: whole.from, until: whole.until, tickets: 0 })
    const refused = await call('lookBack', { body: { revision: 1, cursor: 'mine' }, ...owner() })
    expect(refused.problem).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/cursor' }] })
  })

  it('is of the draft that was looked at, and of none with faults', async () => {
    await lookBack(90)
    const stale = await call('lookBack', { body: { revision: 7 }, ...owner() })
    expect(stale.problem.code).toBe('draft_changed')
    await call('saveDraft', { body: { document: {}, internalPledges: [], revision: 1 }, ...owner() })
    const faulty = await call('lookBack', { body: { revision: 2 }, ...owner() })
    expect(faulty.problem.code).toBe('invalid_body')
  })

  it('reads requests by their filing, and of each only its own history', async () => {
    const { d1, counts } = countedD1(env.DB)
    await lookBack(90, {}, { DB: d1 })
    expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
    const plan = (await queryPlans(env.DB, counts)).join('\n')
    expect(plan).toContain('tickets_by_filing (merchant_id=? AND (filed_at,id)>(?,?) AND filed_at<?)')
  })
})
