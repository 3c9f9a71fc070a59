import type { DeskFileInput } from '@camket/contracts'
import { instantAt } from '@camket/core/instant-at'
import { ownName } from './own-inputs.ts'

type Product = NonNullable<DeskFileInput['product']>

/** The filing body of what was typed; empty fields are left out, times are read in the merchant's zone. */
export function bodyOf(fields: Readonly<Record<string, string>>, timeZone: string): DeskFileInput {
  const text = (name: string) => fields[name]?.trim() ?? ''
  const product = compact<Product>({
    name: text('productName'),
    serial: text('serial'),
    orderNumber: text('orderNumber'),
    purchasedOn: text('purchasedOn'),
  })
  const own = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(ownName('')) ? [[name.slice(ownName('').length), value.trim()] as const] : [],
  )
  const asked = compact<Record<string, string>>(Object.fromEntries(own))
  return {
    kind: text('kind') as DeskFileInput['kind'],
    subject: text('subject'),
    message: text('message'),
    locale: text('locale') === 'en' ? 'en' : 'vi',
    channel: text('channel') === 'email' ? 'email' : 'phone',
    customer: {
      name: text('name'),
      type: (text('type') || 'consumer') as NonNullable<DeskFileInput['customer']['type']>,
      ...compact<{ email?: string; phone?: string }>({ email: text('email'), phone: text('phone') }),
    },
    ...(Object.keys(product).length > 0 && { product }),
    ...(Object.keys(asked).length > 0 && { fields: asked }),
    ...callbackOf(fields, timeZone),
  }
}

/** The span in which to call; none while it is not typed in full. */
function callbackOf(
  { kind, callbackDay = '', callbackFrom = '', callbackTo = '' }: Readonly<Record<string, string>>,
  timeZone: string,
): Pick<DeskFileInput, 'callback'> {
  const from = instantAt(callbackDay, callbackFrom, timeZone)
  const to = instantAt(callbackDay, callbackTo, timeZone)
  if (kind !== 'callback' || !from || !to) return {}
  return { callback: { from: from.toISOString(), to: to.toISOString() } }
}

function compact<T>(fields: Readonly<Record<string, string>>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as T
}
