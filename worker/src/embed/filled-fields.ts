import type { CustomerTicket, OwnField } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { textIn } from '../text-in.ts'

type Filled = NonNullable<CustomerTicket['filledFields']>
type Reading = {
  readonly own: readonly OwnField[]
  /** What the ticket's files are called. */
  readonly files: readonly { readonly id: string; readonly name: string }[]
  readonly locale: Locale
  readonly merchantLocale: Locale
}

/**
 * What was filled in, as people read it: labels and choices as the merchant words them today, in the order of its form.
 * What it no longer asks for, and what a page said by itself, stands behind that under its own name.
 */
export function filledFields(values: Readonly<Record<string, string>>, reading: Reading): Filled {
  const places = new Map(reading.own.map((field, place) => [field.name, { field, place }]))
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => (places.get(a)?.place ?? Infinity) - (places.get(b)?.place ?? Infinity) || 0)
    .map(([name, value]) => filled(name, value, places.get(name)?.field, reading))
}

function filled(
  name: string,
  value: string,
  field: OwnField | undefined,
  { files, locale, merchantLocale }: Reading,
): Filled[number] {
  const text = (of: Parameters<typeof textIn>[0]) => textIn(of, locale, merchantLocale)
  const label = field ? text(field.label) : name
  if (field?.type === 'choice') {
    const choice = field.choices.find((one) => one.value === value)
    return { name, label, text: choice ? text(choice.label) : value }
  }
  if (field?.type === 'date') return { name, label, text: dateWords(value, locale) }
  if (field?.type === 'number') return { name, label, text: numberWords(value, locale) }
  const file = field?.type === 'file' ? files.find(({ id }) => id === value) : undefined
  return file ? { name, label, text: file.name, attachment: file.id } : { name, label, text: value }
}

function dateWords(value: string, locale: Locale): string {
  const at = Date.parse(`${value}T00:00:00Z`)
  if (Number.isNaN(at)) return value
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

function numberWords(value: string, locale: Locale): string {
  const number = Number(value)
  return Number.isNaN(number)
    ? value
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(number)
}
