import type { Locale } from '@camket/core/vocabulary'
import type { SavedFile } from '../delivery/draft-store.ts'
import type { Errors } from '../request-form/check-values.ts'
import type { Form } from '../request-form/form-fields.ts'
import type { FormValues } from '../request-form/form-values.ts'
import type { Template } from '../template/html.ts'
import { drawField } from './draw-field.ts'
import { type FaultWords, faultOf } from './fault-of.ts'
import { type OwnField, ownName } from './own-name.ts'

export type OwnFields = {
  /** What is filed: only what was filled in; of a file, its id. */
  readonly values: (values: FormValues, files: readonly SavedFile[]) => Record<string, string>
  /** What stands in the way of sending, in words. The rules are the server's, which checks again. */
  readonly check: (values: FormValues, files: readonly SavedFile[]) => Errors
  /** As people read it; empty for a file. */
  readonly text: (field: OwnField, values: FormValues) => string
  readonly draw: (form: Form, drawFile: (field: OwnField) => Template) => readonly Template[]
}

/** Those that a kind of request asks for. */
export function openOwnFields(asked: readonly OwnField[], locale: Locale, words: FaultWords): OwnFields {
  const values: OwnFields['values'] = (written, files) => {
    const filled = asked.map((field) => [field.name, filledIn(field, written, files)] as const)
    return Object.fromEntries(filled.filter(([, value]) => value !== ''))
  }
  return {
    values,
    check: (written, files) => {
      const filed = values(written, files)
      const faults = asked.map(
        (field) => [ownName(field), faultOf(field, filed[field.name] ?? '', words, locale)] as const,
      )
      return Object.fromEntries(faults.filter(([, fault]) => fault !== undefined))
    },
    text: (field, written) => {
      const value = filledIn(field, written, [])
      return field.choices?.find((choice) => choice.value === value)?.label ?? value
    },
    draw: (form, drawFile) =>
      asked.map((field) => (field.type === 'file' ? drawFile(field) : drawField(field, form, words))),
  }
}

function filledIn(field: OwnField, { fields }: FormValues, files: readonly SavedFile[]): string {
  if (field.type === 'file') return files.find((file) => file.field === ownName(field))?.id ?? ''
  const text = fields[ownName(field)]?.trim() ?? ''
  // People write a comma where their language does.
  return field.type === 'number' ? text.replace(/\s/g, '').replace(',', '.') : text
}
