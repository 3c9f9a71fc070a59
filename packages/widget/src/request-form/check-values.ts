import { limits } from '@camket/contracts/limits'
import type { Session } from '../session/session.ts'
import { type FieldName, type FormField, type FormValues, fieldsOf, isNeeded } from './form-values.ts'
import { clockInstant, isoDay } from './zone-clock.ts'

export type Errors = Partial<Record<FormField | 'files', string | undefined>>

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
  { config: { timeZone }, words }: Pick<Session, 'config' | 'words'>,
  now: Date,
): Errors {
  const said = words.error
  const { day, from, phone } = fields
  const faultOf = (name: FieldName, text: string) => {
    if (text === '') {
      if (name === 'phone' && kind === 'callback') return said.phoneForCall
      if (name === 'email' && kind !== 'callback' && !phone?.trim()) return said.contact
      return isNeeded(name, kind) && said.needed
    }
    const max = longest[name]
    if (max && text.length > max) return said.tooLong(max)
    if (name === 'email') return !/^\S+@\S+\.\S\S+$/.test(text) && said.email
    if (name === 'phone') return !isPhone(text) && said.phone
    if (name === 'purchasedOn') return text > isoDay(now, timeZone) && said.future
    if (name !== 'to' || !day || !from) return undefined
    return text <= from ? said.order : clockInstant(day, text, timeZone) <= now && said.past
  }
  const errors: Errors = {}
  for (const name of fieldsOf(kind)) {
    const fault = faultOf(name, fields[name]?.trim() ?? '')
    if (fault) errors[name] = fault
  }
  return errors
}

/**
 * Whether it may be a phone number: one of Vietnam's, or any with + or 00 before it. What is no number to core's
 * `normalizePhone`, which the server asks, can be one here, but never the other way round.
 */
export const isPhone = (text: string): boolean =>
  /^(?:0|840?)(?:2\d|[35789])\d{8}$|^(?:\+|00)\d{8,16}$/.test(text.normalize('NFKC').replace(/[^\d+]/g, ''))
