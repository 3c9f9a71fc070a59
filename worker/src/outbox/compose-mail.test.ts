import { env } from 'cloudflare:workers'
import { accentFor, type FileRequest, type Locale } from '@camket/core'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { merchants, messages, outbox, type ticketContents, tickets } from '../db/schema.ts'
import type { Merchant } from '../merchants/store.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { ticketKey } from '../ticket-key.ts'
import type { Mail } from './mail.ts'
import { sendOutbox } from './send-outbox.ts'
import { insertIntoOutbox, type OutboxKind } from './store.ts'

const context = testContext('2026-11-23T03:00:00Z')
const { db, now } = context
let merchant: Merchant

beforeEach(async () => {
  await db.delete(outbox)
  merchant = await storeMerchant(context, { id: `mer_${crypto.randomUUID()}`, slug: crypto.randomUUID() })
})

type Request = { request?: Partial<FileRequest>; contents?: Partial<typeof ticketContents.$inferInsert> }

/** The mail of one kind about one stored request, as it goes out. */
async function mailOf(
  kind: Exclude<OutboxKind, 'sign_in'>,
  {
    text,
    change,
    ...request
  }: Request & { text?: string; change?: Partial<typeof tickets.$inferInsert> } = {},
): Promise<{ mail: Mail; code: string; key: string }> {
  const ticket = await storeRequest(context, merchant, request)
  const messageId = `msg_${crypto.randomUUID()}`
  if (change) await db.update(tickets).set(change).where(eq(tickets.id, ticket.id))
  if (text !== undefined) {
    await db.insert(messages).values({
      id: messageId,
      ticketId: ticket.id,
      merchantId: merchant.id,
      from: 'staff',
      staffId: 'mem_1',
      visibility: 'public',
      text,
      at: now,
    })
  }
  await db.delete(outbox)
  const entry = { id: 'out_1', merchantId: merchant.id, ticketId: ticket.id, kind, messageId }
  await insertIntoOutbox(db, entry, now)
  const sent: Mail[] = []
  await sendOutbox(context, env, async (mail) => void sent.push(mail))
  const [mail] = sent
  if (!mail) throw new Error('Nothing was sent')
  return { mail, code: ticket.code, key: await ticketKey(env.KEY_SECRET, ticket) }
}

const inEnglish = { contents: { locale: 'en' as const } }

describe('every mail to a customer', () => {
  const resolution = { status: 'resolved', outcome: 'repaired', resolvedAt: now } as const
  const kinds = [
    ['receipt', {}],
    ['reply', { text: 'Kỹ thuật sẽ đến sáng mai.' }],
    ['resolved', { change: resolution }],
    ['lost_key', {}],
  ] as const

  it.each(kinds)('%s has the code and the private link in both parts', async (kind, facts) => {
    const { mail, code, key } = await mailOf(kind, facts)
    const link = `https://camket.test/${merchant.slug}/requests/${code}?key=${key}`
    expect(mail.text).toContain(link)
    expect(mail.html).toContain(`href="${link}"`)
    expect(mail.subject).toContain(code)
  })

  it.each(kinds)('%s is in the language of the request, and so is its link', async (kind, facts) => {
    const vietnamese = await mailOf(kind, facts)
    const english = await mailOf(kind, { ...facts, ...inEnglish })
    expect(vietnamese.mail.html).toContain('<html lang="vi">')
    expect(vietnamese.mail.text).toContain('quý khách')
    expect(english.mail.html).toContain('<html lang="en">')
    expect(english.mail.text).not.toContain('quý khách')
    expect(english.mail.text).toContain(`https://camket.test/en/${merchant.slug}/requests/${english.code}`)
    expect(english.mail.headers['Content-Language']).toBe('en')
  })

  it('comes from the merchant by name, and answers go to the merchant', async () => {
    const { mail } = await mailOf('receipt')
    expect(mail.from).toEqual({ name: 'Điện máy Minh An', email: 'no-reply@camket.example' })
    expect(mail.replyTo).toEqual({ name: 'Điện máy Minh An', email: 'cskh@minh-an.example' })
  })

  it('says that no person typed it, and belongs to the thread of its request', async () => {
    const { mail } = await mailOf('receipt')
    expect(mail.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
    expect(mail.headers.References).toMatch(/^<tic_\w+@camket\.test>$/)
    expect(mail.messageId).toBe('<out_1@camket.test>')
  })
})

describe('a receipt', () => {
  it('wears the merchant’s colour, corrected so that it can be read on paper', async () => {
    await db.update(merchants).set({ accent: '#ffee00' }).where(eq(merchants.id, merchant.id))
    const { mail } = await mailOf('receipt')
    const { accent, onAccent } = accentFor('#ffee00', 'light')
    expect(mail.html).toContain(`background:${accent};color:${onAccent}`)
    expect(mail.html).not.toContain('background:#ffee00;color')
  })

  it('tells every deadline in the merchant’s time zone and what is owed if it is missed', async () => {
    // Monday 10:00 in Hanoi: 4 working hours end at 15:30, 7 working days on Tuesday of the week after.
    const { mail } = await mailOf('receipt')
    expect(mail.text).toContain('* Trả lời đầu tiên: trước 15:30 thứ Hai, 23/11/2026')
    expect(mail.text).toContain('  Trễ: phiếu mua hàng 50.000\u00a0₫, trả trong 3 ngày làm việc.')
    expect(mail.text).toContain('* Giải quyết: trước 17:30 thứ Ba, 1/12/2026')
  })

  it('tells the same in English', async () => {
    const { mail } = await mailOf('receipt', inEnglish)
    expect(mail.text).toContain('* First reply: by 15:30 on Monday 23 November 2026')
    expect(mail.text).toContain('If late: a 50,000\u00a0₫ voucher, paid within 3 working days.')
  })

  it('links the version of the commitment that holds for it', async () => {
    const { mail } = await mailOf('receipt')
    expect(mail.text).toContain(`https://camket.test/${merchant.slug}/commitment/1`)
  })
})

describe('a reply', () => {
  it('quotes what staff wrote, line by line', async () => {
    const { mail } = await mailOf('reply', { text: 'Chào chị Hoa,\nKỹ thuật đến lúc 9:00.' })
    expect(mail.text).toContain('> Chào chị Hoa,\n> Kỹ thuật đến lúc 9:00.')
    expect(mail.html).toContain('Chào chị Hoa,<br>Kỹ thuật đến lúc 9:00.')
  })
})

describe('a resolution', () => {
  const declined = {
    status: 'resolved',
    outcome: 'declined',
    exclusion: 'water-damage',
    resolvedAt: now,
  } as const

  it.each([
    ['vi', 'Máy bị vào nước.', 'trước 10:00 thứ Hai, 7/12/2026'],
    ['en', 'The device got wet.', 'by 10:00 on Monday 7 December 2026'],
  ] satisfies [Locale, string, string][])(
    'in %s cites the published reason and tells how to come back',
    async (locale, reason, until) => {
      const { mail } = await mailOf('resolved', { change: declined, contents: { locale } })
      expect(mail.text).toContain(reason)
      expect(mail.text).toContain(until)
    },
  )

  it('that was opened again in the meantime is told as the reply that it still is', async () => {
    const { mail } = await mailOf('resolved', { text: 'Đã thay bo mạch.' })
    expect(mail.subject).toContain('Trả lời mới')
    expect(mail.text).toContain('> Đã thay bo mạch.')
  })
})

describe('what strangers typed', () => {
  const script = '<script>alert("1")</script>'

  it('stays text in the HTML part', async () => {
    const { mail } = await mailOf('reply', {
      contents: { subject: script, contact: { name: `${script}'&`, email: 'a@example.com' } },
      text: `${script}\n<img src=x onerror=alert(1)>`,
    })
    expect(mail.html).not.toMatch(/<script|<img/)
    expect(mail.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;')
    expect(mail.text).toContain(script)
  })

  it('can not add a header or turn the subject around', async () => {
    const { mail } = await mailOf('receipt', {
      contents: { subject: 'Hỏng\r\nBcc: all@example.com\u2028x\u202egpj' },
    })
    expect(mail.subject).toMatch(/: Hỏng Bcc: all@example\.com x gpj$/)
    expect(mail.html).toContain('<title>')
    expect(mail.html).not.toContain('\u202e')
  })
})

describe('a sign-in mail', () => {
  it.each(['vi', 'en'] as const)('in %s has the link and for how long it works', async (locale) => {
    const payload = { to: 'lead@minh-an.example', url: 'https://camket.test/desk/?token=a&b', locale }
    await insertIntoOutbox(db, { id: 'out_2', kind: 'sign_in', payload }, now)
    const sent: Mail[] = []
    await sendOutbox(context, env, async (mail) => void sent.push(mail))
    expect(sent[0]).toMatchObject({
      to: 'lead@minh-an.example',
      from: { name: 'Camket', email: 'no-reply@camket.example' },
    })
    expect(sent[0]?.text).toMatch(/15 (phút|minutes)/)
    expect(sent[0]?.text).toContain(payload.url)
    expect(sent[0]?.html).toContain('href="https://camket.test/desk/?token=a&amp;b"')
  })
})
