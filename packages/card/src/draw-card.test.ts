import type { CustomerTicket } from '@camket/contracts'
import { describe, expect, test } from 'vitest'
import { drawCard } from './draw-card.ts'
import { formsOf, textOf } from './testing/read-card.ts'

const now = new Date('2026-11-23T02:00:00Z')
const pageUrl = 'https://camket.example/minh-an/requests/CK-0000-0000-0000?key=k'

const deadline = {
  pledge: 'first-reply',
  milestone: 'first_reply',
  milestoneText: '',
  dueAt: '2026-11-23T02:22:30Z',
  dueText: '',
  state: 'running',
} as const
const money = { amount: 50_000, currency: 'VND' }
const remedy: CustomerTicket['remedies'][number] = {
  id: 'rem_1',
  pledge: 'first-reply',
  state: 'owed',
  offers: [{ type: 'money', value: money }],
  owedAt: '2026-11-22T02:00:00Z',
  amount: money,
  lines: [],
  factsNeeded: [],
  grows: false,
  overdue: false,
  settleBy: '2026-11-26T10:30:00Z',
  choices: [{ offer: 0, text: '50.000 ₫', amount: money, ways: ['bank', 'shop'] }],
  can: { choose: true, dispute: false },
}
const ticket: CustomerTicket = {
  code: 'CK-0000-0000-0000',
  merchant: 'minh-an',
  merchantName: 'Minh An',
  kind: 'warranty',
  status: 'open',
  department: 'Bảo hành',
  filedAt: '2026-11-20T02:00:00Z',
  commitmentVersion: 3,
  handOffs: 0,
  deadlines: [
    { ...deadline, milestone: 'resolution', dueAt: '2026-11-25T10:30:00Z' },
    { ...deadline, remedy: { ...terms(), text: 'Trễ: 50.000 ₫.' } },
  ],
  remedies: [remedy],
  timeline: [],
  subject: 'Ngăn đá "không" đông <b>',
  customer: { name: 'Đào', email: 'dao@k.example', phone: '0912345678', type: 'consumer' },
  messages: [
    {
      id: 'm1',
      from: 'customer',
      name: 'Đào',
      text: 'Nước chảy.',
      at: '2026-11-22T18:30:00Z',
      attachments: [],
    },
    {
      id: 'm2',
      from: 'staff',
      name: 'Hà',
      text: 'Chúng tôi sẽ đến.',
      at: '2026-11-23T01:00:00Z',
      attachments: [
        { id: 'a', name: 'hẹn.pdf', type: 'application/pdf', size: 1, url: 'https://f.example/a' },
      ],
    },
  ],
  can: { reply: true, withdraw: true, rate: false },
}

function terms() {
  return {
    choice: [{ type: 'money', value: money }],
    accrual: { type: 'once' },
    settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
  } satisfies Omit<NonNullable<CustomerTicket['deadlines'][number]['remedy']>, 'text'>
}

const draw = (more: Partial<CustomerTicket> = {}, locale: 'vi' | 'en' = 'vi') =>
  drawCard({ ...ticket, ...more }, { locale, now, timeZone: 'Asia/Ho_Chi_Minh', pageUrl })
const body = (more: Partial<CustomerTicket> = {}, locale: 'vi' | 'en' = 'vi') =>
  textOf(draw(more, locale).body)
const acts = (more: Partial<CustomerTicket>) => formsOf(draw(more).body).map(({ act }) => act)

describe('the line of a request', () => {
  test('says its kind, how it stands, and the deadline that falls due first', () => {
    expect(textOf(draw().line)).toBe('Bảo hành · đang xử lý · Trả lời đầu tiên còn 22 phút')
    expect(textOf(draw({}, 'en').line)).toBe('Warranty · in progress · First reply 22 minutes left')
    const done = { status: 'resolved', outcome: 'repaired' } as const
    expect(textOf(draw({ ...done, deadlines: [] }).line)).toBe('Bảo hành · đã giải quyết · đã sửa xong')
  })
})

describe('the card of a request', () => {
  test.each([
    [
      'vi',
      [
        'Người phụ trách: Hà',
        'trước 17:30 thứ Tư 25/11',
        'Trễ: 50.000 ₫.',
        'đang nợ',
        'trả trước 17:30 thứ Năm 26/11',
        'Quý khách 01:30 hôm nay Nước chảy.',
        'Hà 08:00 hôm nay',
      ],
    ],
    [
      'en',
      [
        'Responsible: Hà',
        'by 17:30 Wed 25 Nov',
        'owed',
        'to be settled by 17:30 Thu 26 Nov',
        'You 01:30 today',
      ],
    ],
  ] as const)('says in %s what was promised, what is owed and what was said', (locale, said) => {
    const text = body({ owner: 'Hà' }, locale)
    for (const words of said) expect(text).toContain(words)
  })

  test.each([
    ['running', '2026-11-23T04:00:00Z', {}, 'trước 11:00 hôm nay'],
    ['running', '2026-11-23T01:25:00Z', {}, 'trễ 35 phút'],
    ['paused', '2026-11-23T04:00:00Z', {}, 'tạm dừng'],
    ['kept', '2026-11-23T01:00:00Z', { keptAt: '2026-11-23T00:30:00Z' }, 'đã giữ'],
    ['missed', '2026-11-23T01:00:00Z', { missedAt: '2026-11-23T01:00:00Z' }, 'đã trễ'],
    ['excluded', '2026-11-23T01:00:00Z', {}, 'không áp dụng'],
  ] as const)('tells a deadline that is %s (due %s)', (state, dueAt, more, said) => {
    expect(body({ deadlines: [{ ...deadline, ...more, state, dueAt }] })).toContain(said)
  })

  test('has nothing in its markup that somebody wrote', () => {
    const all = JSON.stringify(draw().body, (name, value: unknown) => (name === 'values' ? undefined : value))
    expect(all).not.toContain('Ngăn đá')
    const markup: string[] = []
    const read = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(read)
      else if (typeof value === 'object' && value) {
        markup.push(...((value as { strings?: string[] }).strings ?? []))
        Object.values(value).forEach((inner) => {
          if (typeof inner === 'object') read(inner)
        })
      }
    }
    read((draw().body as { values: unknown }).values)
    expect(markup.join()).toContain('camket-ticket-form')
    expect(markup.join()).not.toMatch(/Ngăn đá|Nước chảy|hẹn.pdf|dao@k/)
  })

  test('tells what the customer filled in beside their words', () => {
    const said = body({
      product: { name: 'Tủ lạnh 260 lít', serial: 'SN-1', purchasedOn: '2026-05-01' },
      coverage: { state: 'covered', reason: 'within_term', until: '2028-05-01' },
      filledFields: [{ name: 'tier', label: 'Hạng thẻ', text: 'Vàng' }],
    })
    for (const words of [
      'Tủ lạnh 260 lít',
      'SN-1',
      '1/5/2026',
      'Bảo hành còn đến 1/5/2028',
      'Hạng thẻ Vàng',
    ]) {
      expect(said).toContain(words)
    }
    expect(body()).not.toContain('đã điền')
  })

  test.each([
    [{ state: 'owed', claimBy: '2026-11-30T10:30:00Z' }, 'xin yêu cầu nhận trước 17:30 thứ Hai 30/11'],
    [{ state: 'owed', grows: true }, 'còn tăng'],
    [{ state: 'owed', factsNeeded: ['order_amount'], grows: true }, 'khi cửa hàng ghi đủ số liệu'],
    [{ state: 'chosen', overdue: true }, 'đã quá hạn trả'],
    [{ state: 'settled', settledAt: '2026-11-22T02:00:00Z' }, 'đã trả lúc 09:00 Chủ Nhật 22/11'],
    [{ state: 'disputed' }, 'đang xem lại'],
    [{ state: 'expired' }, 'Đã quá hạn yêu cầu nhận'],
  ] as const)('says of what is owed how it stands: %j', (more, said) => {
    const one = { ...remedy, ...more } as typeof remedy
    expect(body({ remedies: [one] })).toContain(said)
    expect(body()).not.toContain(said)
  })

  test('offers what can be said now, and nothing else', () => {
    expect(acts({})).toEqual(['remedies/rem_1/choice', 'messages', 'withdrawal'])
    const can = { reply: false, withdraw: false, rate: true }
    const disputable = { ...remedy, can: { choose: false, dispute: true } }
    expect(acts({ can, remedies: [disputable] })).toEqual(['remedies/rem_1/dispute', 'rating'])
    expect(acts({ can: { reply: false, withdraw: false, rate: false }, remedies: [] })).toEqual([])
  })

  test('keeps on the device what is written, and never whom something is paid to', () => {
    const can = { reply: true, withdraw: true, rate: true }
    const kept = formsOf(draw({ can }).body).map(({ act, keeps, files }) => [act, keeps, files])
    expect(kept).toEqual([
      ['remedies/rem_1/choice', false, 0],
      ['rating', true, 0],
      ['messages', true, 5],
      ['withdrawal', true, 0],
    ])
  })

  test('describes every control by an element of its form', () => {
    const can = { reply: true, withdraw: true, rate: true }
    const ways = ['bank', 'wallet', 'email', 'phone', 'shop'] as const
    const remedies = [
      {
        ...remedy,
        choices: [{ offer: 0, text: 'x', ways: [...ways] }],
        can: { choose: true, dispute: true },
      },
    ]
    const forms = formsOf(draw({ can, remedies }).body)
    expect(forms).toHaveLength(5)
    for (const { controls, ids } of forms) {
      expect(new Set(ids).size).toBe(ids.length)
      for (const { tag, attributes } of controls.filter((control) => control.tag !== 'option')) {
        expect({ tag, ...attributes }).toMatchObject({ name: expect.stringMatching(/^\w+(?:\/\w+)?$/) })
        expect(ids).toContain(attributes['aria-describedby'])
      }
    }
  })

  test('begins a choice with what is known of the customer, a rating with what was said before', () => {
    const choices = [{ offer: 0, text: 'x', ways: ['email' as const, 'phone' as const] }]
    const [choice] = formsOf(draw({ remedies: [{ ...remedy, choices }] }).body)
    const values = choice?.controls.flatMap(({ attributes }) => (attributes.within ? [attributes.value] : []))
    expect(values).toEqual(['dao@k.example', '0912345678'])
    const rating = {
      level: 2,
      about: 'people',
      cause: 'skill',
      comment: 'Vội',
      at: '2026-11-22T02:00:00Z',
    } as const
    const can = { reply: false, withdraw: false, rate: true }
    const rated = draw({ rating, can, remedies: [] })
    const picked = formsOf(rated.body)[0]?.controls.filter(
      ({ attributes }) => attributes['?checked'] === 'true' || attributes['?selected'] === 'true',
    )
    expect(picked?.map(({ attributes }) => attributes.value)).toEqual([
      '{"level":2}',
      '{"about":"people","cause":"skill"}',
    ])
    expect(textOf(rated.body)).toContain('Cơ bản · Con người: Kỹ năng Vội')
  })
})
