import { limits, type OwnField, type Problem } from '@camket/contracts'
import type { Kind } from '@camket/core'

type Fault = NonNullable<Problem['errors']>[number]
type Filed = {
  readonly kind: Kind
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly attachments: readonly string[]
}

/**
 * What of a request does not fit the merchant's own fields, with pointers into its body. Values of fields that the
 * merchant does not have are what a page knows of its customer: they are taken as they are.
 */
export function fieldFaults(
  own: readonly OwnField[],
  { kind, fields = {}, attachments }: Filed,
  { allNeeded }: { readonly allNeeded: boolean },
): Fault[] {
  return own
    .filter((field) => isAsked(field, kind))
    .flatMap((field) => {
      const value = fields[field.name]?.trim() ?? ''
      const wrong =
        value === '' ? (field.required && allNeeded ? needed : undefined) : faultOf(field, value, attachments)
      return wrong ? [{ pointer: `/fields/${field.name}`, ...wrong }] : []
    })
}

const isAsked = ({ kinds }: Pick<OwnField, 'kinds'>, kind: Kind): boolean =>
  kinds === undefined || kinds.includes(kind)

type Wrong = Pick<Fault, 'code' | 'message'>
const wrong = (code: string, message: string): Wrong => ({ code, message })
const needed = wrong('too_small', 'Fill this in.')

function faultOf(field: OwnField, value: string, attachments: readonly string[]): Wrong | undefined {
  switch (field.type) {
    case 'text': {
      const chars_max = field.charsMax ?? limits.field_chars_max
      return value.length > chars_max ? wrong('too_big', `At most ${chars_max} characters.`) : undefined
    }
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
        ? undefined
        : wrong('unknown_choice', `One of: ${field.choices.map((choice) => choice.value).join(', ')}.`)
    case 'date':
      return dateFault(field, value)
    case 'number':
      return numberFault(field, value)
    case 'file':
      return attachments.includes(value)
        ? undefined
        : wrong('attachment_needed', 'The id of a file that stands in `attachments` too.')
  }
}

function dateFault(
  { earliest, latest }: Extract<OwnField, { type: 'date' }>,
  value: string,
): Wrong | undefined {
  const at = Date.parse(`${value}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(at)) return notADate
  // 30 February is read as the 2nd of March.
  if (new Date(at).toISOString().slice(0, 10) !== value) return notADate
  if (earliest !== undefined && value < earliest) return wrong('below_least', `Not before ${earliest}.`)
  if (latest !== undefined && value > latest) return wrong('above_most', `Not after ${latest}.`)
  return undefined
}

const notADate = wrong('invalid_format', 'A date, YYYY-MM-DD.')

function numberFault(
  { min, max, whole }: Extract<OwnField, { type: 'number' }>,
  value: string,
): Wrong | undefined {
  const number = Number(value)
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(value)) return wrong('invalid_format', 'A number, such as 12.5.')
  if (whole && !Number.isInteger(number)) return wrong('invalid_format', 'A whole number.')
  if (min !== undefined && number < min) return wrong('below_least', `At least ${min}.`)
  if (max !== undefined && number > max) return wrong('above_most', `At most ${max}.`)
  return undefined
}
