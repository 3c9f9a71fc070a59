import { limits } from '@camket/contracts/limits'
import { instantAt } from '@camket/core/instant-at'
import { normalizePhone } from '@camket/core/normalize-phone'
import type { RequestWords } from '../strings/words.ts'
import { isoDay } from '../time/due-words.ts'
import { type FieldName, type FormField, type FormValues, fieldsOf } from './form-values.ts'

export type Errors = Partial<Record<FormField | 'files', string>>

const longest: Partial<Record<FieldName, number>> = {
  product: limits.product_field_chars_max,
  serial: limits.product_field_chars_max,
  orderNumber: limits.product_field_chars_max,
  message: limits.message_chars_max,
  name: limits.name_chars_max,
  email: limits.email_chars_max,
}

/** What stands in the way of sending, in words, by field. The server checks again, more strictly. */
export function checkValues(
  { kind, fields }: FormValues,
  { now, timeZone, words }: { now: Date; timeZone: string; words: RequestWords['error'] },
): Errors {
  const errors: Errors = {}
  const value = (name: FieldName) => fields[name]?.trim() ?? ''
  const asked = fieldsOf(kind)
  for (const name of asked) {
    const max = longest[name]
    if (max !== undefined && value(name).length > max) errors[name] = words.tooLong(max)
  }
  for (const name of ['day', 'from', 'to', 'message', 'name'] as const) {
    if (asked.includes(name) && value(name) === '') errors[name] = words.needed
  }
  if (asked.includes('purchasedOn') && value('purchasedOn') > isoDay(now, timeZone))
    errors.purchasedOn = words.future
  if (kind === 'callback') Object.assign(errors, checkTimes(fields, now, timeZone, words))
  if (value('email') !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value('email')))
    errors.email = words.email
  if (value('phone') !== '' && normalizePhone(value('phone')) === undefined) errors.phone = words.phone
  if (kind === 'callback' && value('phone') === '') errors.phone = words.phoneForCall
  else if (value('phone') === '' && value('email') === '') errors.email = words.contact
  return errors
}

function checkTimes(
  { day, from, to }: FormValues['fields'],
  now: Date,
  timeZone: string,
  words: RequestWords['error'],
): Errors {
  if (!day || !from || !to) return {}
  if (to <= from) return { to: words.order }
  const end = instantAt(day, to, timeZone)
  if (end === undefined) return { day: words.needed }
  return end <= now ? { to: words.past } : {}
}
