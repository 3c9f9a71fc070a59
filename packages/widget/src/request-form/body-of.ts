import type { FileTicketInput, PreviewInput } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import type { SavedFile } from '../delivery/draft-store.ts'
import type { Session } from '../session/session.ts'
import { type FieldName, type FormValues, valueOfField } from './form-values.ts'
import { clockInstant } from './zone-clock.ts'

type Rest = {
  readonly files: readonly SavedFile[]
  /** The merchant's own fields, as they are filed. */
  readonly own?: Readonly<Record<string, string>> | undefined
  readonly website?: string | undefined
  /** Address of the page. */
  readonly page: string
}
type Around = Pick<Session, 'locale' | 'config' | 'known'>

/** The filing body of values that were checked. */
export function bodyOf(
  values: FormValues,
  around: Around,
  { files, own, website, page }: Rest,
): FileTicketInput {
  const message = valueOfField(values, 'message') ?? ''
  return filled({
    ...previewOf(values, around),
    subject: subjectOf(message),
    message,
    page: /^https?:/.test(page) && page.length <= limits.page_chars_max && page,
    customer: valuesOf(values, { name: 'name', email: 'email', phone: 'phone' }),
    attachments: files.map(({ id }) => id),
    website,
    fields: filled({ ...around.known.attributes, ...own }),
  }) as FileTicketInput
}

/** What the deadlines depend on, as far as it is known yet. */
export function previewOf(
  values: FormValues,
  { locale, config }: Omit<Around, 'known'>,
): PreviewInput & { channel: 'widget' } {
  const [from, to] = (['from', 'to'] as const).map((name) =>
    clockInstant(valueOfField(values, 'day'), valueOfField(values, name), config.timeZone),
  ) as [Date, Date]
  return filled({
    kind: values.kind,
    locale,
    channel: 'widget',
    product: valuesOf(values, {
      name: 'product',
      serial: 'serial',
      orderNumber: 'orderNumber',
      purchasedOn: 'purchasedOn',
    }),
    // Neither is before the other where one is no instant.
    callback: from < to && { from: from.toISOString(), to: to.toISOString() },
  }) as PreviewInput & { channel: 'widget' }
}

/** The values of fields, under the names by which they are filed. */
const valuesOf = (values: FormValues, fields: Readonly<Record<string, FieldName>>) =>
  filled(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOfField(values, field)])),
  )

/** Without what is empty; undefined if there is nothing else. */
function filled(members: Readonly<Record<string, unknown>>): object | undefined {
  const entries = Object.entries(members).filter(([, value]) => value)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** The first line that says something, cut without splitting a character. */
export function subjectOf(message: string): string {
  const line = /\S.*/.exec(message)?.[0] ?? ''
  return line
    .slice(0, limits.subject_chars_max)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
