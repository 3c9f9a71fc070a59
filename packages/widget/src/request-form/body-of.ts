import type { FileTicketInput, PreviewInput } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { instantAt } from '@camket/core/instant-at'
import type { Locale } from '@camket/core/vocabulary'
import type { SavedFile } from '../delivery/draft-store.ts'
import { type FieldName, type FormValues, fieldsOf } from './form-values.ts'

type Around = { readonly locale: Locale; readonly timeZone: string }

/** The filing body of values that were checked. */
export function bodyOf(
  values: FormValues,
  files: readonly SavedFile[],
  {
    page,
    attributes,
    own,
    website,
    ...around
  }: Around & {
    readonly page: string
    readonly attributes?: Readonly<Record<string, string>>
    /** The merchant's own fields, as they are filed. */
    readonly website?: string | undefined
    readonly own?: Readonly<Record<string, string>>
  },
): FileTicketInput {
  const value = reader(values)
  const message = value('message')
  const filled = { ...attributes, ...own }
  return {
    ...previewOf(values, around),
    locale: around.locale,
    subject: subjectOf(message),
    message,
    ...(/^https?:/.test(page) && page.length <= limits.page_chars_max && { page }),
    customer: {
      name: value('name'),
      ...(value('email') && { email: value('email') }),
      ...(value('phone') && { phone: value('phone') }),
    },
    attachments: files.map(({ id }) => id),
    ...(website && { website }),
    ...(Object.keys(filled).length > 0 && { fields: filled }),
  }
}

/** What the deadlines depend on, as far as it is known yet. */
export function previewOf(
  values: FormValues,
  { locale, timeZone }: Around,
): PreviewInput & { channel: 'widget' } {
  const value = reader(values)
  const from = instantAt(value('day'), value('from'), timeZone)
  const to = instantAt(value('day'), value('to'), timeZone)
  const product = {
    ...(value('product') && { name: value('product') }),
    ...(value('serial') && { serial: value('serial') }),
    ...(value('orderNumber') && { orderNumber: value('orderNumber') }),
    ...(value('purchasedOn') && { purchasedOn: value('purchasedOn') }),
  }
  return {
    kind: values.kind,
    locale,
    channel: 'widget',
    ...(Object.keys(product).length > 0 && { product }),
    ...(from && to && from < to && { callback: { from: from.toISOString(), to: to.toISOString() } }),
  }
}

/** A field that this kind does not ask for is not sent, whatever was typed under another. */
function reader({ kind, fields }: FormValues): (name: FieldName) => string {
  const asked = fieldsOf(kind)
  return (name) => (asked.includes(name) ? (fields[name]?.trim() ?? '') : '')
}

/** The first line that says something, cut without splitting a character. */
export function subjectOf(message: string): string {
  const line = message.split('\n').find((text) => text.trim() !== '') ?? message
  let subject = ''
  for (const character of line.trim()) {
    if (subject.length + character.length > limits.subject_chars_max) break
    subject += character
  }
  return subject.trim()
}
