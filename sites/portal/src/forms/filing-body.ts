import type { FieldView, FileTicketInput, PreviewInput } from '@camket/contracts'
import { instantAt } from '@camket/core/instant-at'
import { customerTypes, type Kind, type Locale } from '@camket/core/vocabulary'
import { ownFieldsOf, ownValues } from './own-fields.ts'
import type { KeptFile } from './read-form.ts'

type Fields = ReadonlyMap<string, string>
export type Filing = {
  readonly kind: Kind
  readonly locale: Locale
  readonly timeZone: string
  /** Address of the form, as anyone sees it. */
  readonly page: string
  readonly files: readonly KeptFile[]
  /** What the merchant asks besides. */
  readonly own: readonly FieldView[]
}

/** The filing body of what was typed; empty fields are left out, times are read by the merchant's clocks. */
export function filingBody(
  fields: Fields,
  { kind, locale, timeZone, page, files, own }: Filing,
): FileTicketInput {
  const text = textOf(fields)
  const asked = ownValues(ownFieldsOf(own, kind), fields, files)
  return {
    kind,
    subject: text('subject'),
    message: text('message'),
    locale,
    channel: 'portal',
    page,
    customer: {
      name: text('name'),
      type: customerTypes.find((type) => type === text('customer-type')) ?? 'consumer',
      ...filled({ email: text('email'), phone: text('phone') }),
    },
    ...known(fields, kind, timeZone),
    ...(Object.keys(asked).length > 0 && { fields: asked }),
    ...(files.length > 0 && { attachments: files.map(({ id }) => id) }),
  }
}

/** As much of it as decides the deadlines, for asking before everything is filled in. */
export function previewOf(fields: Fields, { kind, locale, timeZone }: Filing): PreviewInput {
  const type = customerTypes.find((one) => one === textOf(fields)('customer-type')) ?? 'consumer'
  return { kind, locale, channel: 'portal', customer: { type }, ...known(fields, kind, timeZone) }
}

function known(fields: Fields, kind: Kind, timeZone: string): Pick<FileTicketInput, 'product' | 'callback'> {
  const text = textOf(fields)
  const product = filled({
    name: text('product-name'),
    serial: text('serial'),
    orderNumber: text('order-number'),
    purchasedOn: text('purchased-on'),
  })
  const [day, from, to] = [text('callback-day'), text('callback-from'), text('callback-to')]
  const [fromAt, toAt] = [instantAt(day, from, timeZone), instantAt(day, to, timeZone)]
  return {
    ...(Object.keys(product).length > 0 && { product }),
    ...(kind === 'callback' &&
      fromAt &&
      toAt && { callback: { from: fromAt.toISOString(), to: toAt.toISOString() } }),
  }
}

const textOf = (fields: Fields) => (name: string) => fields.get(name)?.trim() ?? ''

function filled<K extends string>(texts: Record<K, string>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<
    Record<K, string>
  >
}
