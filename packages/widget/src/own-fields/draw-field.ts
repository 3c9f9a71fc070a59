import type { Form } from '../request-form/form-fields.ts'
import type { ExtraWords } from '../strings/words.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { type OwnField, ownName } from './own-name.ts'

type Written = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A field with its label, its hint and what is wrong with it. */
export function drawField(field: OwnField, form: Form, words: ExtraWords): Template {
  const id = ownName(field)
  return html`<div class="field">
    <label for=${id}
      >${field.label}${
        field.required ? nothing : html` <span class="optional">${form.session.words.optional}</span>`
      }</label
    >
    ${control(field, form, words)} ${field.hint ? html`<span class="hint" id="${id}-hint">${field.hint}</span>` : nothing}
    <span class="error" id="${id}-error">${form.errors[id]}</span>
  </div>`
}

function control(field: OwnField, form: Form, words: ExtraWords): Template {
  const id = ownName(field)
  const value = form.values.fields[id] ?? ''
  const isNeeded = field.required ? 'true' : nothing
  const isWrong = form.errors[id] ? 'true' : nothing
  const described = `${id}-error ${field.hint ? `${id}-hint` : ''}`
  const typed = (event: Event) => form.onInput(id, (event.target as Written).value)
  const left = () => form.onBlur(id)
  if (field.type === 'choice') {
    return html`<select
      id=${id}
      aria-required=${isNeeded}
      aria-invalid=${isWrong}
      aria-describedby=${described}
      @change=${typed}
      @blur=${left}
    >
      <option value="" .selected=${value === ''}>${words.choose}</option>
      ${(field.choices ?? []).map(
        (choice) =>
          html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>`
  }
  if (field.lines === 'many') {
    return html`<textarea
      id=${id}
      rows="3"
      .value=${value}
      aria-required=${isNeeded}
      aria-invalid=${isWrong}
      aria-describedby=${described}
      @input=${typed}
      @blur=${left}
    ></textarea>`
  }
  return html`<input
    id=${id}
    type=${field.type === 'date' ? 'date' : 'text'}
    inputmode=${field.type === 'number' ? 'decimal' : nothing}
    autocomplete="off"
    min=${field.earliest ?? nothing}
    max=${field.latest ?? nothing}
    .value=${value}
    aria-required=${isNeeded}
    aria-invalid=${isWrong}
    aria-describedby=${described}
    @input=${typed}
    @blur=${left}
  />`
}
