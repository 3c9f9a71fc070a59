import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { openDb } from '../db/db.ts'
import { countedD1, queryPlans } from '../testing/counted-d1.ts'
import { testContext } from '../testing/test-context.ts'
import { removeUnattached } from './remove-unattached.ts'
import { attachTo, insertAttachment, readAttachment, usableAttachments } from './store.ts'

const uploadedAt = new Date('2026-11-24T02:00:00Z')
const minuteMillis = 60_000
const dayMillis = 24 * 60 * minuteMillis
const { db } = testContext(uploadedAt.getTime())
const later = (millis: number) => testContext(uploadedAt.getTime() + millis)

async function store(id: string, merchantId = 'mer_1'): Promise<void> {
  const objectKey = `${merchantId}/${id}`
  await env.FILES.put(objectKey, 'x')
  const row = { id, merchantId, objectKey, uploadedAt, name: 'a.jpg', type: 'image/jpeg', sizeBytes: 1 }
  await insertAttachment(db, { ...row, ticketId: null, messageId: null, staffId: null })
}

const attach = (id: string, ticketId = 'tic_1', merchantId = 'mer_1') =>
  attachTo(db, { merchantId, ids: [id], ticketId, messageId: 'msg_1' })

afterEach(async () => {
  await env.DB.exec('DELETE FROM attachments')
})

describe('an upload that nothing uses', () => {
  it('is removed, file and row, when it is a day old, and not a millisecond sooner', async () => {
    await store('att_a')
    expect(await removeUnattached(later(dayMillis - 1), env.FILES)).toBe(0)
    expect(await readAttachment(db, 'att_a')).toBeDefined()
    expect(await removeUnattached(later(dayMillis), env.FILES)).toBe(1)
    expect(await readAttachment(db, 'att_a')).toBeUndefined()
    expect(await env.FILES.head('mer_1/att_a')).toBeNull()
  })

  it('stays for good once it is attached', async () => {
    await store('att_a')
    await attach('att_a')
    expect(await removeUnattached(later(400 * dayMillis), env.FILES)).toBe(0)
    expect(await env.FILES.head('mer_1/att_a')).not.toBeNull()
  })

  it('is removed by a later run when one stopped between file and row', async () => {
    await store('att_a')
    await env.FILES.delete('mer_1/att_a')
    expect(await removeUnattached(later(dayMillis), env.FILES)).toBe(1)
    expect(await readAttachment(db, 'att_a')).toBeUndefined()
  })

  it('waits for its turn where there are many', async () => {
    const ids = Array.from({ length: limits.removals_batch_max + 1 }, (_, index) => `att_${index}`)
    await Promise.all(ids.map((id) => store(id)))
    expect(await removeUnattached(later(dayMillis), env.FILES)).toBe(limits.removals_batch_max)
    expect(await removeUnattached(later(dayMillis), env.FILES)).toBe(1)
    expect(await removeUnattached(later(dayMillis), env.FILES)).toBe(0)
  })

  it('is found without looking at any that is used', async () => {
    await store('att_a')
    const { d1, counts } = countedD1(env.DB)
    await removeUnattached({ db: openDb(d1), now: later(dayMillis).now }, env.FILES)
    expect((await queryPlans(env.DB, counts)).filter((step) => step.startsWith('SCAN'))).toEqual([])
  })
})

describe('attaching', () => {
  const usableIn = async (millis: number, merchantId = 'mer_1') =>
    (await usableAttachments(db, { merchantId, ids: ['att_a'], now: later(millis).now })).map(({ id }) => id)

  it('is possible until shortly before the removal, so that the two never meet', async () => {
    await store('att_a')
    const end = dayMillis - limits.unattached_margin_minutes * minuteMillis
    expect(await usableIn(end - 1)).toEqual(['att_a'])
    expect(await usableIn(end)).toEqual([])
  })

  it("takes no other merchant's file", async () => {
    await store('att_a')
    expect(await usableIn(0, 'mer_2')).toEqual([])
    await attach('att_a', 'tic_1', 'mer_2')
    expect((await readAttachment(db, 'att_a'))?.ticketId).toBeNull()
  })

  it('happens once: of two messages with the same file one fails as a whole', async () => {
    await store('att_a')
    const tries = await Promise.allSettled([attach('att_a', 'tic_1'), attach('att_a', 'tic_2')])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await usableIn(0)).toEqual([])
  })
})
