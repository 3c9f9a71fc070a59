import { fileTicketBody, previewBody } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { type Filing, filingBody, previewOf } from './filing-body.ts'

const filing: Filing = {
  kind: 'warranty',
  locale: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  page: 'https://camket.example/minh-an/new',
  files: [],
  own: [],
}
const typed = {
  subject: ' Tủ lạnh không lạnh ',
  message: 'Từ hôm qua.',
  name: 'Nguyễn Thị Lựu',
  email: '',
  phone: '0901 234 567',
}
const fields = (more: Record<string, string> = {}) => new Map(Object.entries({ ...typed, ...more }))

describe('the body that a form files', () => {
  it('is one that the contract takes, with the empty fields left out', () => {
    const product = {
      'product-name': 'Tủ lạnh',
      serial: '',
      'order-number': 'DH-1',
      'purchased-on': '2026-05-01',
    }
    const files = [{ id: `att_${'0'.repeat(26)}`, name: 'a.png' }]
    const body = filingBody(fields(product), { ...filing, files })
    expect(body).toEqual({
      kind: 'warranty',
      subject: 'Tủ lạnh không lạnh',
      message: 'Từ hôm qua.',
      locale: 'vi',
      channel: 'portal',
      page: 'https://camket.example/minh-an/new',
      customer: { name: 'Nguyễn Thị Lựu', type: 'consumer', phone: '0901 234 567' },
      product: { name: 'Tủ lạnh', orderNumber: 'DH-1', purchasedOn: '2026-05-01' },
      attachments: [files[0]?.id],
    })
    expect(fileTicketBody.safeParse(body).success).toBe(true)
  })

  it('reads the hours of a call by the merchant’s clocks', () => {
    const hours = { 'callback-day': '2026-11-24', 'callback-from': '09:00', 'callback-to': '11:00' }
    const body = filingBody(fields(hours), { ...filing, kind: 'callback' })
    expect(body.callback).toEqual({ from: '2026-11-24T02:00:00.000Z', to: '2026-11-24T04:00:00.000Z' })
    expect(
      filingBody(fields({ ...hours, 'callback-to': '' }), { ...filing, kind: 'callback' }).callback,
    ).toBeUndefined()
    expect(filingBody(fields(hours), filing).callback).toBeUndefined()
  })

  it('asks for deadlines with nothing that names anybody', () => {
    const preview = previewOf(fields({ 'customer-type': 'partner', serial: 'S1' }), filing)
    expect(preview).toEqual({
      kind: 'warranty',
      locale: 'vi',
      channel: 'portal',
      customer: { type: 'partner' },
      product: { serial: 'S1' },
    })
    expect(previewBody.safeParse(preview).success).toBe(true)
    expect(previewOf(new Map(), { ...filing, kind: 'callback' }).callback).toBeUndefined()
  })
})
