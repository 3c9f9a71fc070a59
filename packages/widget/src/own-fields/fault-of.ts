import { limits } from '@camket/contracts/limits'
import type { Locale } from '@camket/core/vocabulary'
import type { ExtraWords } from '../strings/words.ts'
import type { OwnField } from './own-name.ts'

export type FaultWords = ExtraWords & {
  readonly needed: string
  readonly tooLong: (max: number) => string
}

/** Why a value cannot be sent, in words. */
export function faultOf(
  field: OwnField,
  value: string,
  words: FaultWords,
  locale: Locale,
): string | undefined {
  if (value === '') return field.required ? words.needed : undefined
  switch (field.type) {
    case 'text': {
      const chars_max = field.charsMax ?? limits.field_chars_max
      return value.length > chars_max ? words.tooLong(chars_max) : undefined
    }
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ? undefined : words.choice
    case 'date':
      if (!/^\d{4}-\d\d-\d\d$/.test(value)) return words.date
      if (field.earliest && value < field.earliest) return words.earliest(dayWords(field.earliest, locale))
      if (field.latest && value > field.latest) return words.latest(dayWords(field.latest, locale))
      return undefined
    case 'number':
      return numberFault(field, value, words, new Intl.NumberFormat(locale))
    case 'file':
      return undefined
  }
}

const dayWords = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

function numberFault(
  { min, max, whole }: OwnField,
  value: string,
  words: FaultWords,
  format: Intl.NumberFormat,
): string | undefined {
  const number = Number(value)
  if (whole && !Number.isInteger(number)) return words.whole
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(value)) return words.number
  if (min !== undefined && number < min) return words.least(format.format(min))
  return max !== undefined && number > max ? words.most(format.format(max)) : undefined
}
