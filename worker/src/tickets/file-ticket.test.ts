import { env } from 'cloudflare:workers'
import type { FileTicketInput } from '@camket/contracts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { attachments, customers, messages, ticketContents, tickets } from '../db/schema.ts'
import { call, mails } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { fileRequest, requestOf, warranty } from '../testing/file-request.ts'
import { openShop, shopOrigin } from '../testing/open-shop.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop. */
const now = '2026-11-23T02:00:00.000Z'
const minhAn = { merchant: 'minh-an' }
const context = testContext(now)
const { db } = context

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
})

afterAll(() => {
  vi.useRealTimers()
})

const file = (body: unknown, idempotencyKey: string = crypto.randomUUID()) =>
  call('fileTicket', { at: minhAn, body, idempotencyKey })

async function stored(code: string) {
  const [ticket] = await db.select().from(tickets).where(eq(tickets.code, code))
  if (!ticket) throw new Error(`There is no ticket ${code}`)
  const [contents] = await db.select().from(ticketContents).where(eq(ticketContents.ticketId, ticket.id))
  const said = await db.select().from(messages).where(eq(messages.ticketId, ticket.id))
  const [customer] = await db.select().from(customers).where(eq(customers.id, ticket.customerId))
  return { ticket, contents, messages: said, customer }
}

describe('a filed request', () => {
  it('gets a receipt with its code, its deadlines and the private link', async () => {
    const { value, headers } = await file(warranty)
    expect(value).toMatchObject({
      status: 'new',
      filedAt: now,
      commitmentVersion: 1,
      coverage: { state: 'covered', reason: 'within_term', until: '2028-05-01' },
      deadlines: [
        {
          pledge: 'first-reply',
          milestone: 'first_reply',
          dueAt: '2026-11-23T07:30:00.000Z',
          state: 'running',
        },
        {
          pledge: 'resolution',
          milestone: 'resolution',
          dueAt: '2026-12-01T10:30:00.000Z',
          state: 'running',
        },
      ],
    })
    expect(value.deadlines[0]?.remedy).toMatchObject({
      choice: [{ type: 'voucher', value: { amount: 50_000, currency: 'VND' } }],
    })
    expect(value.code).toMatch(/^CK(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(value.key).toMatch(/^[\w-]{22}$/)
    expect(value.statusUrl).toBe(`https://camket.test/minh-an/requests/${value.code}?key=${value.key}`)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it('is stored as it was typed, byte for byte, and read back the same', async () => {
    const decomposed = { ...warranty, subject: warranty.subject.normalize('NFD') }
    const { value } = await file(decomposed)
    const { contents, messages: said } = await stored(value.code)
    expect(contents).toMatchObject({
      subject: decomposed.subject,
      contact: { name: 'Nguyễn Thị Hoài Thương', email: 'Thuong@Example.com', phone: '+84912345678' },
      product: warranty.product,
      fields: warranty.fields,
      page: warranty.page,
      locale: 'vi',
    })
    expect(said.map(({ text }) => text)).toEqual([warranty.message])
    const { value: read } = await call('getTicket', { at: { code: value.code }, key: value.key })
    expect(read).toMatchObject({ subject: decomposed.subject, messages: [{ text: warranty.message }] })
  })

  it('goes to the department of its kind, and says nothing of a person in its events', async () => {
    const { value } = await file(warranty)
    const { ticket } = await stored(value.code)
    expect(ticket).toMatchObject({
      departmentId: 'mer_1.service',
      ownerId: null,
      status: 'new',
      channel: 'widget',
    })
    const events = await env.DB.prepare('SELECT data FROM events WHERE ticket_id = ?').bind(ticket.id).raw()
    expect(JSON.stringify(events)).not.toMatch(/Thương|Thuong|912|lạnh/i)
  })

  it('is confirmed by mail once, with the code, and the key is stored nowhere', async () => {
    const email = 'mot.lan@example.com'
    const { value } = await file(requestOf({ customer: { name: 'Mộc', email } }))
    const told = mails.filter(({ to }) => JSON.stringify(to).includes(email))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(value.code)
    for (const table of Object.keys(await countRows())) {
      const { results } = await env.DB.prepare(`SELECT * FROM "${table}"`).all()
      expect(JSON.stringify(results), table).not.toContain(value.key)
    }
  })

  it('may be a call: its clock begins when the customer can be called', async () => {
    const callback = { from: '2026-11-24T01:00:00Z', to: '2026-11-24T04:00:00Z' }
    const { deadlines } = await fileRequest({ kind: 'callback', callback })
    expect(deadlines.find(({ milestone }) => milestone === 'callback_made')).toMatchObject({
      dueAt: '2026-11-24T05:00:00.000Z',
    })
  })

  it.each<[FileTicketInput['product'], object | undefined]>([
    [
      { name: 'TỦ LẠNH đông đá', purchasedOn: '2024-01-01' },
      { state: 'expired', reason: 'term_over', until: '2026-01-01' },
    ],
    [
      { code: 'DD-9', purchasedOn: '2026-11-01' },
      { state: 'excluded', reason: 'product_excluded' },
    ],
    [{ code: 'TL-1' }, { state: 'unknown', reason: 'purchase_date_unknown' }],
    [
      { code: 'TL-1', purchasedOn: '2026-11-24' },
      { state: 'unknown', reason: 'purchase_date_in_future' },
    ],
    // A code outweighs a name that is another product's.
    [
      { code: 'TL-1', name: 'Hàng trưng bày', purchasedOn: '2026-05-01' },
      { state: 'covered', reason: 'within_term', until: '2028-05-01' },
    ],
    [{ name: 'Máy lạ' }, { state: 'unknown', reason: 'product_unknown' }],
    [undefined, { state: 'unknown', reason: 'product_unknown' }],
  ])('says whether %j is under warranty, and is taken all the same', async (product, coverage) => {
    const { product: _, ...rest } = requestOf()
    const { value } = await file({ ...rest, ...(product && { product }) })
    expect(value.coverage).toEqual(coverage)
    expect((await stored(value.code)).ticket.coverage).toBe(value.coverage?.state)
  })

  it('has no coverage when it is not about a warranty', async () => {
    expect(await fileRequest({ kind: 'support' })).not.toHaveProperty('coverage')
  })
})

describe('a category', () => {
  it('that a pledge names chooses that pledge, in the preview too', async () => {
    const { value } = await file(requestOf({ category: 'urgent' }))
    expect(value.deadlines[0]?.pledge).toBe('urgent-first-reply')
    const { value: preview } = await call('previewDeadlines', {
      at: minhAn,
      body: { kind: 'warranty', category: 'urgent' },
    })
    expect(preview.deadlines[0]?.pledge).toBe('urgent-first-reply')
  })
})

describe('a request that is refused', () => {
  it('points at every member that is wrong, and stores nothing', async () => {
    const before = await countRows()
    const { problem, status } = await file({
      ...warranty,
      subject: ' ',
      colour: 'red',
      customer: { name: 'A', email: 'nobody', nick: 1 },
      product: { purchasedOn: '2026-02-30' },
      fields: { 'a/b~c': 3 },
      attachments: ['att_1'],
    })
    expect(status).toBe(422)
    expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/attachments/0 invalid_format',
      '/colour unknown_member',
      '/customer/email invalid_format',
      '/customer/nick unknown_member',
      '/fields/a~1b~0c invalid_type',
      '/product/purchasedOn invalid_format',
      '/subject too_small',
    ])
    expect(await countRows()).toEqual(before)
  })

  it.each([
    ['/kind', 'invalid_value', { kind: 'order' }],
    ['/kind', 'kind_not_taken', { kind: 'suggestion' }],
    ['/callback', 'callback_needed', { kind: 'callback' }],
    ['/callback/to', 'ends_before_it_begins', { callback: { from: now, to: now } }],
    ['/customer/email', 'email_or_phone_needed', { customer: { name: 'A' } }],
    ['/message', 'too_big', { message: 'a'.repeat(10_001) }],
    ['/page', 'invalid_format', { page: 'javascript:alert(1)' }],
    [
      '/callback/to',
      'is_over',
      { kind: 'callback', callback: { from: '2026-11-22T02:00:00Z', to: '2026-11-22T03:00:00Z' } },
    ],
    [
      '/callback/from',
      'too_far',
      { kind: 'callback', callback: { from: '9999-12-31T23:00:00Z', to: '9999-12-31T23:30:00Z' } },
    ],
    // Else it would be in the events for ever, as the only words of a customer.
    ['/category', 'unknown_choice', { category: 'Chị Lan, 0901 234 567' }],
  ])('says at %s %s', async (pointer, code, changed) => {
    const { problem } = await file({ ...warranty, ...changed })
    expect(problem).toMatchObject({ code: 'invalid_body', errors: [{ pointer, code }] })
  })

  it('says so when there is no such merchant', async () => {
    const sent = { at: { merchant: 'nobody' }, body: warranty, idempotencyKey: 'k' }
    expect((await call('fileTicket', sent)).problem).toMatchObject({
      status: 404,
      code: 'merchant_not_found',
    })
    const { problem } = await call('previewDeadlines', {
      at: { merchant: 'nobody' },
      body: { kind: 'support' },
    })
    expect(problem.code).toBe('merchant_not_found')
  })
})

describe('a file', () => {
  it('is attached once, to the first message', async () => {
    const id = await storeUpload()
    const { code, key } = await fileRequest({ attachments: [id] })
    const { value } = await call('getTicket', { at: { code }, key })
    expect(value).toMatchObject({ messages: [{ attachments: [{ id, name: 'ảnh.png', type: 'image/png' }] }] })
    const { problem, status } = await file(requestOf({ attachments: [await storeUpload(), id] }))
    expect([status, problem.code, problem.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      'attachment_not_usable',
      ['/attachments/1'],
    ])
  })

  it("that is another merchant's, or nobody's, is not there", async () => {
    const unknown = `att_${'0'.repeat(26)}`
    const before = await countRows()
    for (const id of [await storeUpload('mer_2'), unknown]) {
      const { problem } = await file(requestOf({ attachments: [id] }))
      expect(problem).toMatchObject({
        code: 'attachment_not_usable',
        errors: [{ pointer: '/attachments/0' }],
      })
    }
    expect(await countRows()).toEqual({ ...before, attachments: (before.attachments ?? 0) + 1 })
  })

  it('for which two requests race goes to one of them; the other is told which file it was', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await storeUpload()
      const both = await Promise.all([0, 1].map(() => file(requestOf({ attachments: [id] }))))
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
      const loser = both.find(({ status }) => status === 422)
      expect(loser?.problem.errors).toMatchObject([
        { pointer: '/attachments/0', code: 'attachment_not_usable' },
      ])
      const [row] = await db.select().from(attachments).where(eq(attachments.id, id))
      const winner = both.find(({ status }) => status === 201)
      expect(row?.ticketId).toBe((await stored(winner?.value.code ?? '')).ticket.id)
    }
  })
})

describe('a preview', () => {
  it('shows what filing would give at the same instant, and stores nothing', async () => {
    const { customer: _, locale: __, ...known } = requestOf()
    const before = await countRows()
    const { value: preview } = await call('previewDeadlines', { at: minhAn, body: known })
    expect(await countRows()).toEqual(before)
    const receipt = await fileRequest()
    const coverage = { ...receipt.coverage, text: 'Còn bảo hành đến 1/5/2028' }
    expect(preview).toEqual({ deadlines: receipt.deadlines, coverage })
  })

  it('needs to know the kind only, and speaks the language asked for', async () => {
    const read = async (locale: 'vi' | 'en') => {
      const { value } = await call('previewDeadlines', { at: minhAn, body: { kind: 'support', locale } })
      return value.deadlines[0]?.remedy?.text ?? ''
    }
    const [vi, en] = [await read('vi'), await read('en')]
    expect(en).toMatch(/voucher/i)
    expect(vi).not.toBe(en)
  })

  it('tells nobody who is known here', async () => {
    const email = 'bi.mat@example.com'
    await file(requestOf({ customer: { name: 'Bí Mật', email } }))
    await db.update(customers).set({ tier: 'A' }).where(eq(customers.email, email))
    const body = { kind: 'warranty', customer: { email } }
    const { value } = await call('previewDeadlines', { at: minhAn, body })
    expect(value.deadlines[0]?.pledge).toBe('first-reply')
  })

  it('is refused to the page of a site that the merchant did not list', async () => {
    const sent = { at: minhAn, body: { kind: 'support' } }
    expect((await call('previewDeadlines', { ...sent, headers: { Origin: shopOrigin } })).status).toBe(200)
    const { problem } = await call('previewDeadlines', { ...sent, headers: { Origin: 'https://a.example' } })
    expect(problem.code).toBe('origin_not_allowed')
  })
})

it('only staff may say that a request came by phone, by mail or from a partner', async () => {
  for (const channel of ['phone', 'email', 'partner']) {
    const { problem } = await file({ ...warranty, channel })
    expect(problem).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/channel' }] })
  }
})
