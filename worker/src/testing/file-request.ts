import type { FileTicketInput, Receipt } from '@camket/contracts'
import { call } from './call.ts'

/** A request with everything that a form has, in Vietnamese with every kind of accent. */
export const warranty = {
  kind: 'warranty',
  subject: 'Tủ lạnh không lạnh, đèn nhấp nháy',
  message: 'Chào anh chị,\nTủ lạnh ở nhà em không lạnh nữa từ đêm qua. Ngăn đá chảy hết nước ạ!',
  locale: 'vi',
  channel: 'widget',
  page: 'https://www.minh-an.example/tu-lanh?a=1#b',
  customer: { name: 'Nguyễn Thị Hoài Thương', email: 'Thuong@Example.com', phone: '0912 345 678' },
  product: { name: 'Tủ lạnh Đông Đá', serial: 'SN-1', orderNumber: 'DH-7', purchasedOn: '2026-05-01' },
  fields: { 'Màu sắc': 'đỏ' },
} as const satisfies FileTicketInput

/** A request of somebody new, so that no test meets another's customer. */
export function requestOf(changed: Partial<FileTicketInput> = {}): FileTicketInput {
  const customer = { name: 'Trần Văn Đức', email: `${crypto.randomUUID()}@example.com` }
  return { ...warranty, customer, ...changed }
}

/** Files with `minh-an`. */
export async function fileRequest(changed: Partial<FileTicketInput> = {}): Promise<Receipt> {
  const { value } = await call('fileTicket', {
    at: { merchant: 'minh-an' },
    body: requestOf(changed),
    idempotencyKey: crypto.randomUUID(),
  })
  return value
}
