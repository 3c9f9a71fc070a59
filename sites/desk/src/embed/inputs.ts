import { html, nothing } from 'lit'
import type { Strings } from '../strings/vi.ts'
import { describedBy, type Faults, faultsAt } from './faults.ts'

/** What every input of the page is drawn with. */
export type Drawing = {
  readonly words: Strings['embed']
  readonly faults: Faults
  readonly disabled: boolean
}

type Field = {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Of the member in the body that is sent. */
  readonly pointer?: string
  readonly hint?: string
  readonly lang?: string
  readonly set: (value: string) => void
}

const wrap = (
  field: Field,
  { words, faults }: Drawing,
  input: unknown,
  wide = false,
) => html`<div class="field ${wide ? 'wide' : ''}">
  <label for=${field.id}>${field.label}</label>
  ${input}
  ${field.hint ? html`<small class="quiet" id="${field.id}-hint">${field.hint}</small>` : nothing}
  ${field.pointer ? faultsAt(faults, field.pointer, words) : nothing}
</div>`

const described = ({ pointer, hint, id }: Field, { faults }: Drawing) =>
  (pointer !== undefined && describedBy(faults, pointer) !== nothing
    ? describedBy(faults, pointer)
    : undefined) ?? (hint ? `${id}-hint` : nothing)

const invalid = ({ pointer }: Field, { faults }: Drawing) =>
  pointer !== undefined && describedBy(faults, pointer) !== nothing ? 'true' : nothing

export function textField(
  field: Field & { readonly type?: 'text' | 'number' | 'date' | 'password' | 'url'; readonly max?: number },
  drawing: Drawing,
) {
  return wrap(
    field,
    drawing,
    html`<input
      id=${field.id}
      type=${field.type ?? 'text'}
      autocomplete="off"
      lang=${field.lang ?? nothing}
      maxlength=${field.max ?? nothing}
      ?disabled=${drawing.disabled}
      aria-describedby=${described(field, drawing)}
      aria-invalid=${invalid(field, drawing)}
      .value=${field.value}
      @input=${(event: Event) => field.set((event.target as HTMLInputElement).value)}
    />`,
  )
}

export function areaField(field: Field & { readonly rows: number; readonly max: number }, drawing: Drawing) {
  return wrap(
    field,
    drawing,
    html`<textarea
      id=${field.id}
      rows=${field.rows}
      maxlength=${field.max}
      lang=${field.lang ?? nothing}
      spellcheck="false"
      ?disabled=${drawing.disabled}
      aria-describedby=${described(field, drawing)}
      aria-invalid=${invalid(field, drawing)}
      .value=${field.value}
      @input=${(event: Event) => field.set((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
    true,
  )
}

export function selectField(
  field: Field & { readonly options: readonly (readonly [value: string, text: string])[] },
  drawing: Drawing,
) {
  return wrap(
    field,
    drawing,
    html`<select
      id=${field.id}
      ?disabled=${drawing.disabled}
      aria-describedby=${described(field, drawing)}
      @change=${(event: Event) => field.set((event.target as HTMLSelectElement).value)}
    >
      ${field.options.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`,
      )}
    </select>`,
  )
}

type Check = {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly set: (checked: boolean) => void
}

export const checkField = ({ label, checked, disabled = false, set }: Check, drawing: Drawing) =>
  html`<label class="check">
    <input
      type="checkbox"
      .checked=${checked}
      ?disabled=${drawing.disabled || disabled}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    ${label}
  </label>`

/** Several of a list, in the list's order. */
export function checkFields<T extends string>(
  {
    legend,
    all,
    chosen,
    pointer,
    fixed,
    set,
  }: {
    readonly legend: string
    readonly all: readonly (readonly [value: T, text: string])[]
    readonly chosen: readonly T[]
    readonly pointer: string
    /** Can't be left out. */
    readonly fixed?: T
    readonly set: (chosen: T[]) => void
  },
  drawing: Drawing,
) {
  const toggled = (value: T, checked: boolean) =>
    all.map(([one]) => one).filter((one) => (one === value ? checked : chosen.includes(one)))
  return html`<fieldset class="field wide">
    <legend>${legend}</legend>
    <div class="checks">
      ${all.map(([value, label]) =>
        checkField(
          {
            label,
            checked: chosen.includes(value),
            disabled: value === fixed,
            set: (checked) => set(toggled(value, checked)),
          },
          drawing,
        ),
      )}
    </div>
    ${faultsAt(drawing.faults, pointer, drawing.words)}
  </fieldset>`
}
