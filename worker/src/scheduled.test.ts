import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, expect, it, vi } from 'vitest'
import { attachments, deadlines, outbox } from './db/schema.ts'
import { scheduled } from './scheduled.ts'
import { storeMerchant, storeRequest } from './testing/store-request.ts'
import { testContext } from './testing/test-context.ts'

const filed = testContext('2026-11-23T03:00:00Z')
const { db } = filed

afterEach(() => vi.restoreAllMocks())

it('does every job by the clock that it was called for, and one that fails stops no other', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const merchant = await storeMerchant(filed, { id: 'mer_1' })
  const { id } = await storeRequest(filed, merchant)
  // This one can't be swept, for there is no such version.
  await storeRequest(filed, merchant, { request: { commitmentVersion: 99 } })
  await db.insert(attachments).values({
    id: 'att_1',
    merchantId: merchant.id,
    objectKey: 'key',
    name: 'photo.jpg',
    type: 'image/jpeg',
    sizeBytes: 1,
    uploadedAt: filed.now,
  })

  const scheduledTime = new Date('2026-11-25T03:00:00Z')
  await scheduled(createScheduledController({ scheduledTime, cron: '* * * * *' }), env)

  expect(told.mock.calls).toEqual([['Could not record missed deadlines:', expect.any(AggregateError)]])
  const [reply] = await db.select().from(deadlines).where(eq(deadlines.ticketId, id))
  expect(reply).toMatchObject({ missedAt: new Date('2026-11-23T08:30:00Z') })
  // The receipts, and what the sweep of the same run found to be owed: all of it leaves in this run.
  const mails = await db.select().from(outbox)
  expect(mails.map(({ kind }) => kind).sort()).toEqual(['receipt', 'receipt', 'remedy'])
  expect(mails.map(({ sentAt }) => sentAt)).toEqual(mails.map(() => scheduledTime))
  expect(await db.select().from(attachments)).toEqual([])
})
