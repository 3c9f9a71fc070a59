import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDb } from '../db/db.ts'
import { outbox, ticketContents } from '../db/schema.ts'
import type { Merchant } from '../merchants/store.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import type { Mail } from './mail.ts'
import { sendOutbox } from './send-outbox.ts'
import { claimOutbox, insertIntoOutbox } from './store.ts'

const start = Date.parse('2026-11-23T03:00:00Z')
const minute = 60_000
const at = (minutes: number) => testContext(start + minutes * minute)

let merchant: Merchant
let sent: Mail[]
const keep = async (mail: Mail) => void sent.push(mail)
const refuse = async () => Promise.reject(new Error('The mail service is down'))

beforeEach(async () => {
  sent = []
  await at(0).db.delete(outbox)
  merchant = await storeMerchant(at(0), { id: `mer_${crypto.randomUUID()}` })
})

const rows = () => at(0).db.select().from(outbox)
const onlyRow = async () => {
  const [row, ...others] = await rows()
  expect(others).toEqual([])
  if (!row) throw new Error('The outbox is empty')
  return row
}

describe('a mail', () => {
  it('is sent once and then left alone', async () => {
    await storeRequest(at(0), merchant)
    expect(await sendOutbox(at(0), env, keep)).toEqual({ sent: 1, failed: 0 })
    expect(await sendOutbox(at(60), env, keep)).toEqual({ sent: 0, failed: 0 })
    expect(sent.map(({ to, kind }) => ({ to, kind }))).toEqual([{ to: 'hoa@example.com', kind: 'receipt' }])
    expect(await onlyRow()).toMatchObject({ sentAt: at(0).now, nextTryAt: null, attempts: 1 })
  })

  it('that fails is tried again after 1, 2, 4 … minutes with the same Message-ID, then given up', async () => {
    await storeRequest(at(0), merchant)
    const tries: { minute: number; messageId: string }[] = []
    for (let passed = 0; passed <= 300; passed += 1) {
      await sendOutbox(at(passed), env, async ({ messageId }) => {
        tries.push({ minute: passed, messageId })
        await refuse()
      })
    }
    expect(tries.map(({ minute }) => minute)).toEqual([0, 1, 3, 7, 15, 31, 63, 127])
    expect(tries).toHaveLength(limits.outbox_attempts_max)
    expect(new Set(tries.map(({ messageId }) => messageId)).size).toBe(1)
    expect(await onlyRow()).toMatchObject({
      failedAt: at(127).now,
      nextTryAt: null,
      sentAt: null,
      lastError: 'The mail service is down',
    })
  })

  it('that failed arrives once the service is back', async () => {
    await storeRequest(at(0), merchant)
    await sendOutbox(at(0), env, refuse)
    await sendOutbox(at(1), env, keep)
    expect(sent).toHaveLength(1)
    expect(await onlyRow()).toMatchObject({ sentAt: at(1).now, lastError: null, attempts: 2 })
  })

  it('that somebody took and died with is sent when the lease has run out, and not before', async () => {
    await storeRequest(at(0), merchant)
    const leasedUntil = new Date(start + limits.outbox_lease_seconds * 1000)
    expect(await claimOutbox(at(0).db, { now: at(0).now, leasedUntil, rows_max: 20 })).toHaveLength(1)
    await sendOutbox(testContext(leasedUntil.getTime() - 1), env, keep)
    expect(sent).toEqual([])
    await sendOutbox(testContext(leasedUntil.getTime()), env, keep)
    expect(sent).toHaveLength(1)
  })

  it('that kills whoever sends it is given up after as many tries', async () => {
    await storeRequest(at(0), merchant)
    for (let tries = 0; tries < limits.outbox_attempts_max; tries += 1) {
      const { db, now } = at(tries)
      expect(await claimOutbox(db, { now, leasedUntil: at(tries + 1).now, rows_max: 20 })).toHaveLength(1)
    }
    await sendOutbox(at(limits.outbox_attempts_max), env, keep)
    expect(sent).toEqual([])
    expect(await onlyRow()).toMatchObject({ failedAt: at(limits.outbox_attempts_max).now, nextTryAt: null })
  })

  it('that was sent although the lease had run out is not sent again', async () => {
    await storeRequest(at(0), merchant)
    await sendOutbox(at(0), env, async (mail) => {
      await keep(mail)
      // While this mail is under way, another consumer takes the row, and its try fails.
      await sendOutbox(at(2), env, refuse)
    })
    await sendOutbox(at(10), env, keep)
    expect(sent).toHaveLength(1)
  })

  it('is taken by one of two consumers that run at the same time', async () => {
    for (let count = 0; count < 10; count += 1) await storeRequest(at(0), merchant)
    await Promise.all([sendOutbox(at(0), env, keep), sendOutbox(at(0), env, keep)])
    expect(sent).toHaveLength(10)
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(10)
  })

  it('to a customer without an address is neither sent nor an error', async () => {
    await storeRequest(at(0), merchant, { contents: { contact: { name: 'Hoa', phone: '+84901234567' } } })
    expect(await sendOutbox(at(0), env, keep)).toEqual({ sent: 0, failed: 0 })
    expect(await onlyRow()).toMatchObject({ nextTryAt: null, sentAt: null, failedAt: null, lastError: null })
  })

  it('whose words were erased is not sent', async () => {
    const { id } = await storeRequest(at(0), merchant)
    await at(0).db.delete(ticketContents).where(eq(ticketContents.ticketId, id))
    expect(await sendOutbox(at(0), env, keep)).toEqual({ sent: 0, failed: 0 })
    expect(await onlyRow()).toMatchObject({ nextTryAt: null })
  })

  it('that fails does not keep the others', async () => {
    for (const name of ['An', 'Bình', 'Chi']) {
      await storeRequest(at(0), merchant, { contents: { contact: { name, email: `${name}@example.com` } } })
    }
    const result = await sendOutbox(at(0), env, (mail) =>
      mail.to.startsWith('Bình') ? refuse() : keep(mail),
    )
    expect(result).toEqual({ sent: 2, failed: 1 })
  })
})

describe('a run', () => {
  it('empties more than one batch', async () => {
    const count = limits.outbox_batch_max * 2 + 1
    const { db, now } = at(0)
    for (let number = 0; number < count; number += 1) {
      const payload = { to: `${number}@example.com`, url: 'https://camket.test/desk/', locale: 'vi' } as const
      await insertIntoOutbox(db, { id: `out_${number}`, kind: 'sign_in', payload }, now)
    }
    expect(await sendOutbox(at(0), env, keep)).toEqual({ sent: count, failed: 0 })
  })

  it('with nothing due reads next to nothing, however many were sent', async () => {
    for (let number = 0; number < 30; number += 1) await storeRequest(at(0), merchant)
    await sendOutbox(at(0), env, keep)
    const { d1, counts } = countedD1(env.DB)
    await sendOutbox({ db: openDb(d1), now: at(60).now }, env, keep)
    expect(counts).toMatchObject({ roundTrips: 1, rowsWritten: 0 })
    expect(counts.rowsRead).toBeLessThan(5)
  })

  it('finds every row by an index', async () => {
    for (let number = 0; number < 3; number += 1) await storeRequest(at(0), merchant)
    const { d1, counts } = countedD1(env.DB)
    await sendOutbox({ db: openDb(d1), now: at(0).now }, env, keep)
    const plans = await queryPlans(env.DB, counts)
    expect(tableScans(plans)).toEqual([])
    expect(plans.join('\n')).toContain('INDEX outbox_to_send')
  })

  it('at a time before the rows were written sends nothing and loses nothing', async () => {
    await storeRequest(at(0), merchant)
    await sendOutbox(at(-600), env, keep)
    expect(sent).toEqual([])
    await sendOutbox(at(0), env, keep)
    expect(sent).toHaveLength(1)
  })
})

describe('a sign-in link', () => {
  const payload = {
    to: 'owner@minh-an.example',
    url: 'https://camket.test/desk/?token=abc',
    locale: 'en',
  } as const
  const store = () => insertIntoOutbox(at(0).db, { id: 'out_sign_in', kind: 'sign_in', payload }, at(0).now)

  it('is wiped from the outbox as soon as it is sent', async () => {
    await store()
    await sendOutbox(at(0), env, keep)
    expect(sent[0]?.text).toContain(payload.url)
    expect(await onlyRow()).toMatchObject({ payload: null, sentAt: at(0).now })
  })

  it('that no longer works is not sent but given up and wiped', async () => {
    await store()
    await sendOutbox(at(limits.sign_in_link_minutes + 1), env, keep)
    expect(sent).toEqual([])
    expect(await onlyRow()).toMatchObject({ payload: null, nextTryAt: null, sentAt: null })
  })
})
