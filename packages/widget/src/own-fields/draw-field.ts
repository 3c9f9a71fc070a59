import { html, type Template } from '@camket/contracts/template'
import { field, filesField, type Said } from '../request-form/form-fields.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import type { ExtraWords } from '../strings/words.ts'
import { type OwnField, ownName } from './own-name.ts'

/** One of the merchant's own fields, drawn as ours are. */
export function drawField(own: OwnField, form: RequestForm, words: ExtraWords): Template {
  const { type, label, required: isNeeded, hint, choices = [] } = own
  const name = ownName(own)
  const select = ({ value, needed, wrong, described }: Said) => html`<select
    id=${name}
    aria-required=${needed}
    aria-invalid=${wrong}
    aria-describedby=${described}
  >
    ${[{ value: '', label: words.choose }, ...choices].map(
      (choice) =>
        html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
    )}
  </select>`
  if (type === 'file') return filesField(form, name, { label, isNeeded, hint })
  return field(form, name, {
    type: type === 'date' ? type : 'text',
    isNeeded,
    isLong: own.lines === 'many',
    min: own.earliest,
    max: own.latest,
    hint,
    ...(type === 'number' && { inputmode: 'decimal' }),
    ...(type === 'choice' && { control: select }),
  })
}
