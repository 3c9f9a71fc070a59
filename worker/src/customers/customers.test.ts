import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { customers, ticketContents, tickets } from '../db/schema.ts'
import { call } from '../testing/call.ts'
import { requestOf } from '../testing/file-request.ts'
import { openShop } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const { db } = testContext(0)

beforeAll(() => openShop(testContext('2026-10-01T00:00:00Z')))

const file = (body: object) =>
  call('fileTicket', { at: { merchant: 'minh-an' }, body, idempotencyKey: crypto.randomUUID() })

async function stored(code: string) {
  const [ticket] = await db.select().from(tickets).where(eq(tickets.code, code))
  if (!ticket) throw new Error(`There is no ticket ${code}`)
  const [contents] = await db.select().from(ticketContents).where(eq(ticketContents.ticketId, ticket.id))
  const [customer] = await db.select().from(customers).where(eq(customers.id, ticket.customerId))
  return { ticket, contents, customer }
}

describe('who asks', () => {
  const emailOf = (email: string) => db.select().from(customers).where(eq(customers.email, email))

  it('is one customer however often and however at once they ask', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `hai.lan.${round}@example.com`
      const sent = [email, email.toUpperCase()].map((typed) =>
        file(requestOf({ customer: { name: 'Hai Lần', email: typed } })),
      )
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([201, 201])
      expect(await emailOf(email)).toMatchObject([{ ticketCount: 2 }])
    }
  })

  it('keeps the type and tier that the merchant knows them by, and the deadlines that follow', async () => {
    const email = 'khach.quen@example.com'
    await file(requestOf({ customer: { name: 'Khách Quen', email } }))
    await db.update(customers).set({ type: 'supplier', tier: 'A' }).where(eq(customers.email, email))
    const { value } = await file(requestOf({ customer: { name: 'Tên Khác', email, type: 'partner' } }))
    expect(value.deadlines[0]?.pledge).toBe('tier-a-first-reply')
    const { ticket, customer, contents } = await stored(value.code)
    expect(ticket).toMatchObject({ customerType: 'supplier', customerTier: 'A' })
    expect(customer).toMatchObject({ name: 'Khách Quen', ticketCount: 2 })
    expect(contents?.contact.name).toBe('Tên Khác')
  })

  it('is known by a phone number however it is typed, and then by the address that comes with it', async () => {
    const first = await file(requestOf({ customer: { name: 'Bà Tư', phone: '0987 654 321' } }))
    const email = 'ba.tu@example.com'
    const second = await file(requestOf({ customer: { name: 'Bà Tư', phone: '+84 987654321', email } }))
    const third = await file(requestOf({ customer: { name: 'Bà Tư', email } }))
    const ids = await Promise.all(
      [first, second, third].map(async ({ value }) => (await stored(value.code)).ticket.customerId),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await emailOf(email)).toMatchObject([{ phone: '+84987654321', ticketCount: 3 }])
  })

  it('is somebody else when a known number comes with another address', async () => {
    const phone = '0911 222 333'
    const one = await file(requestOf({ customer: { name: 'Anh', phone, email: 'anh@nha.example' } }))
    const other = await file(requestOf({ customer: { name: 'Em', phone, email: 'em@nha.example' } }))
    const [anh, em] = await Promise.all([one, other].map(({ value }) => stored(value.code)))
    expect(anh?.ticket.customerId).not.toBe(em?.ticket.customerId)
  })

  it('is nobody that another merchant knows', async () => {
    const customer = { name: 'Hai Nơi', email: 'hai.noi@example.com' }
    await file(requestOf({ customer }))
    const body = requestOf({ kind: 'support', customer })
    await call('fileTicket', { at: { merchant: 'song-xanh' }, body, idempotencyKey: 'x' })
    expect((await emailOf(customer.email)).map(({ merchantId }) => merchantId).sort()).toEqual([
      'mer_1',
      'mer_2',
    ])
  })
})
