import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { customerReply, foldEvents, isRefusal, resolve } from '@camket/core'
import { beforeEach, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { openDb } from '../db/db.ts'
import { tickets } from '../db/schema.ts'
import type { Merchant } from '../merchants/store.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { readEvents } from '../testing/read-events.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testCommitment } from '../testing/test-commitment.ts'
import { testContext } from '../testing/test-context.ts'
import { writeChange } from '../tickets/change-store.ts'
import { readTicketsById } from '../tickets/store.ts'
import { closeResolved } from './close-resolved.ts'

const resolvedAt = testContext('2026-11-23T03:00:00Z')
const daysLater = (days: number, millis = 0) =>
  testContext(resolvedAt.now.getTime() + days * 86_400_000 + millis)
const { db } = resolvedAt
const by = { type: 'staff', id: 'mem_1' } as const

let merchant: Merchant
beforeEach(async () => {
  await db.update(tickets).set({ status: 'closed' })
  merchant = await storeMerchant(resolvedAt, { id: `mer_${crypto.randomUUID()}`, slug: crypto.randomUUID() })
})

async function stored(id: string) {
  const [ticket] = await readTicketsById(db, [id])
  if (!ticket) throw new Error('The ticket was not stored')
  return ticket
}

async function resolveOne(context: Context = resolvedAt): Promise<string> {
  const { id } = await storeRequest(context, merchant)
  await resolveAgain(id, context)
  return id
}

async function resolveAgain(id: string, context: Context): Promise<void> {
  const ticket = await stored(id)
  const input = { outcome: 'repaired', messageId: `msg_${id}`, by } as const
  const change = resolve(ticket.state, input, testCommitment, context.now)
  if (isRefusal(change)) throw new Error(change.refused)
  await writeChange(context, ticket, change)
}

async function reopen(id: string, context: Context): Promise<void> {
  const ticket = await stored(id)
  const change = customerReply(ticket.state, { messageId: 'msg_2' }, testCommitment, context.now)
  if (isRefusal(change)) throw new Error(change.refused)
  await writeChange(context, ticket, change)
}

it('closes a resolved ticket when the days for coming back are over, and not before', async () => {
  const id = await resolveOne()
  await closeResolved(daysLater(limits.reopen_days))
  expect((await stored(id)).state.ticket.status).toBe('resolved')
  const over = daysLater(limits.reopen_days, 1)
  await closeResolved(over)
  expect((await stored(id)).state.ticket).toMatchObject({ status: 'closed', closedAt: over.now })
})

it('notes the closing as the system’s, once', async () => {
  const id = await resolveOne()
  await closeResolved(daysLater(20))
  await closeResolved(daysLater(21))
  const log = await readEvents(db, id)
  expect(log.filter(({ data }) => data.type === 'closed')).toMatchObject([{ by: { type: 'system' } }])
  expect((await stored(id)).state).toEqual(foldEvents(log))
})

it('leaves a ticket that the customer opened again', async () => {
  const id = await resolveOne()
  await reopen(id, daysLater(13))
  expect(await closeResolved(daysLater(40))).toEqual({ changed: 0, overtaken: 0 })
})

it('counts the days anew when a ticket was resolved a second time', async () => {
  const id = await resolveOne()
  await reopen(id, daysLater(13))
  await resolveAgain(id, daysLater(14))
  await closeResolved(daysLater(20))
  expect((await stored(id)).state.ticket.status).toBe('resolved')
  await closeResolved(daysLater(29))
  expect((await stored(id)).state.ticket.status).toBe('closed')
})

it('with nothing to close reads nothing, however many tickets are closed', async () => {
  for (let count = 0; count < 30; count += 1) await resolveOne()
  await closeResolved(daysLater(20))
  const { d1, counts } = countedD1(env.DB)
  await closeResolved({ ...daysLater(21), db: openDb(d1) })
  expect(counts).toMatchObject({ roundTrips: 1, rowsWritten: 0 })
  expect(counts.rowsRead).toBeLessThan(2)
  const plans = await queryPlans(env.DB, counts)
  expect(plans.join()).toContain('INDEX tickets_to_close')
  expect(tableScans(plans)).toEqual([])
})
