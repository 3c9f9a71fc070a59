import type { Template } from '@camket/contracts/template'
import type { Errors } from '../request-form/check-values.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import type { ExtraWords } from '../strings/words.ts'
import { drawField } from './draw-field.ts'
import { faultOf } from './fault-of.ts'
import { type OwnField, ownFieldsOf, ownName } from './own-name.ts'

const askedBy = ({ session, kind }: RequestForm) => ownFieldsOf(session.config.fields, kind)

/** What is filed: only what was filled in; of a file, its id. */
export function ownValues(form: RequestForm): Record<string, string> {
  const filled = askedBy(form).map((field) => [field.name, filledIn(field, form)] as const)
  return Object.fromEntries(filled.filter(([, value]) => value))
}

/** What stands in the way of sending, in words. The rules are the server's, which checks again. */
export function ownFaults(form: RequestForm, words: ExtraWords): Errors {
  const { locale, words: formWords } = form.session
  const faults = askedBy(form).map(
    (field) =>
      [
        ownName(field),
        faultOf(field, filledIn(field, form), { ...words, ...formWords.error }, locale),
      ] as const,
  )
  return Object.fromEntries(faults.filter(([, fault]) => fault))
}

/** As people read it; empty for a file. */
export function ownText(field: OwnField, form: RequestForm): string {
  const value = field.type === 'file' ? '' : filledIn(field, form)
  return field.choices?.find((choice) => choice.value === value)?.label ?? value
}

export const drawOwnFields = (form: RequestForm, words: ExtraWords): readonly Template[] =>
  askedBy(form).map((field) => drawField(field, form, words))

function filledIn(field: OwnField, { fields, files }: RequestForm): string {
  const name = ownName(field)
  if (field.type === 'file') return files.find((file) => file.field === name)?.id ?? ''
  const text = fields[name]?.trim() ?? ''
  // People write a comma where their language does.
  return field.type === 'number' ? text.replace(/\s/g, '').replace(',', '.') : text
}
