import type { FileTicketInput } from '@camket/contracts'
import { instantAt } from '../words/when.ts'

type Product = NonNullable<FileTicketInput['product']>

/** The filing body of what was typed; empty fields are left out, times are read in the merchant's zone. */
export function bodyOf(fields: Readonly<Record<string, string>>, timeZone: string): FileTicketInput {
  const text = (name: string) => fields[name]?.trim() ?? ''
  const product = compact<Product>({
    name: text('productName'),
    serial: text('serial'),
    orderNumber: text('orderNumber'),
    purchasedOn: text('purchasedOn'),
  })
  const { callbackDay: day, callbackFrom: from, callbackTo: to } = fields
  return {
    kind: text('kind') as FileTicketInput['kind'],
    subject: text('subject'),
    message: text('message'),
    locale: text('locale') === 'en' ? 'en' : 'vi',
    channel: text('channel') === 'email' ? 'email' : 'phone',
    customer: {
      name: text('name'),
      type: (text('type') || 'consumer') as NonNullable<FileTicketInput['customer']['type']>,
      ...compact<{ email?: string; phone?: string }>({ email: text('email'), phone: text('phone') }),
    },
    ...(Object.keys(product).length > 0 && { product }),
    ...(text('kind') === 'callback' &&
      day &&
      from &&
      to && { callback: { from: instantAt(day, from, timeZone), to: instantAt(day, to, timeZone) } }),
  }
}

function compact<T>(fields: Readonly<Record<string, string>>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as T
}
