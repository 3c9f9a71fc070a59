import { html, nothing, type TemplateResult } from 'lit'
import { currencyOf, type Editor, languagesOf, textAt, textsAt } from './editor.ts'
import { faultsAt, faultWords } from './fault-words.ts'
import { minorUnits, typedAmount } from './minor-units.ts'
import { escaped, valueAt, withValue } from './pointer.ts'

type Options = readonly (readonly [value: string, text: string])[]
type More = {
  readonly hint?: string | undefined
  readonly wide?: boolean
  readonly lang?: string | undefined
  readonly list?: string
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time'
  readonly numeric?: boolean
}

/** An id for the control of a place. */
export const idOf = (pointer: string): string => `w${pointer.replaceAll(/[^\w-]/g, '_')}`

/** What is wrong at a place, beneath its control. */
export function faultLine(editor: Editor, pointer: string, deep = true) {
  const faults = faultsAt(editor.faults, pointer, deep)
  if (faults.length === 0) return nothing
  const said = new Set(faults.map((fault) => faultWords(fault, editor.words)))
  return html`<p class="failure small" id="${idOf(pointer)}-fault">${[...said].join(' ')}</p>`
}

const isFaulty = ({ faults }: Editor, pointer: string): boolean => faultsAt(faults, pointer, true).length > 0

/** What describes the control of a place: its hint, and what is wrong with it. */
function described(editor: Editor, pointer: string, hint?: string) {
  const ids = [
    ...(hint ? [`${idOf(pointer)}-hint`] : []),
    ...(isFaulty(editor, pointer) ? [`${idOf(pointer)}-fault`] : []),
  ]
  return ids.length > 0 ? ids.join(' ') : nothing
}

function field(editor: Editor, pointer: string, label: string, control: TemplateResult, more: More) {
  return html`<div class="field ${more.wide ? 'wide' : ''}">
    <label for=${idOf(pointer)}>${label}</label>
    ${control}
    ${more.hint ? html`<small class="quiet" id="${idOf(pointer)}-hint">${more.hint}</small>` : nothing}
    ${faultLine(editor, pointer)}
  </div>`
}

/** One line of text, kept as it is typed; nothing typed takes the member away. */
export function textField(editor: Editor, pointer: string, label: string, more: More = {}) {
  const set = (text: string) => editor.set(pointer, text === '' ? undefined : text)
  return lineField(editor, pointer, label, textAt(editor, pointer), set, more)
}

/** A whole number; what is none is kept as text, so that nothing typed is lost. */
export function numberField(editor: Editor, pointer: string, label: string, more: More = {}) {
  const set = (text: string) => editor.set(pointer, numberOf(text))
  return lineField(editor, pointer, label, textAt(editor, pointer), set, { ...more, numeric: true })
}

const numberOf = (text: string): number | string | undefined => {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return undefined
  return /^\d{1,15}(\.\d{1,4})?$/.test(trimmed) ? Number(trimmed) : text
}

/** A sum, typed in the currency's own units and kept in its smallest. */
export function moneyField(editor: Editor, pointer: string) {
  const currency = currencyOf(editor)
  const value = valueAt(editor.work, `${pointer}/amount`)
  const typed = typeof value === 'number' ? typedAmount(value, currency) : String(value ?? '')
  const set = (text: string) =>
    editor.set(pointer, { amount: text === '' ? undefined : (minorUnits(text, currency) ?? text), currency })
  return lineField(editor, pointer, editor.words.amount(currency), typed, set, { numeric: true })
}

function lineField(
  editor: Editor,
  pointer: string,
  label: string,
  value: string,
  set: (text: string) => void,
  more: More,
) {
  const control = html`<input
    id=${idOf(pointer)}
    data-pointer=${pointer}
    type=${more.type ?? 'text'}
    inputmode=${more.numeric ? 'decimal' : nothing}
    autocomplete="off"
    lang=${more.lang ?? nothing}
    list=${more.list ?? nothing}
    ?disabled=${editor.readOnly}
    aria-invalid=${isFaulty(editor, pointer) ? 'true' : nothing}
    aria-describedby=${described(editor, pointer, more.hint)}
    .value=${value}
    @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
  />`
  return field(editor, pointer, label, control, more)
}

function areaField(editor: Editor, pointer: string, label: string, more: More = {}) {
  const control = html`<textarea
    id=${idOf(pointer)}
    data-pointer=${pointer}
    rows="2"
    lang=${more.lang ?? nothing}
    ?disabled=${editor.readOnly}
    aria-invalid=${isFaulty(editor, pointer) ? 'true' : nothing}
    aria-describedby=${described(editor, pointer, more.hint)}
    .value=${textAt(editor, pointer)}
    @input=${(event: Event) => {
      const { value } = event.target as HTMLTextAreaElement
      editor.set(pointer, value === '' ? undefined : value)
    }}
  ></textarea>`
  return field(editor, pointer, label, control, { wide: true, ...more })
}

/** The same text in each language of the document. */
export function localizedField(
  editor: Editor,
  pointer: string,
  label: string,
  { lines = 'many' }: { lines?: 'one' | 'many' } = {},
) {
  const { words } = editor
  const one = (language: string) => {
    const named = words.inLanguage(label, words.languageNames[language] ?? language)
    const at = `${pointer}/${escaped(language)}`
    return lines === 'one'
      ? textField(editor, at, named, { lang: language })
      : areaField(editor, at, named, { lang: language, wide: false })
  }
  return html`<div class="grid wide" data-pointer=${pointer} tabindex="-1">
    ${languagesOf(editor).map(one)} ${faultLine(editor, pointer, false)}
  </div>`
}

/** One of a list; `set` where more than the place itself changes. */
export function selectField(
  editor: Editor,
  pointer: string,
  label: string,
  options: Options,
  {
    value = textAt(editor, pointer),
    set,
    hint,
  }: { value?: string; set?: (value: string) => void; hint?: string } = {},
) {
  const isKnown = options.some(([one]) => one === value)
  const control = html`<select
    id=${idOf(pointer)}
    data-pointer=${pointer}
    ?disabled=${editor.readOnly}
    aria-invalid=${isFaulty(editor, pointer) ? 'true' : nothing}
    aria-describedby=${described(editor, pointer, hint)}
    @change=${(event: Event) => {
      const chosen = (event.target as HTMLSelectElement).value
      if (set) set(chosen)
      else editor.set(pointer, chosen)
    }}
  >
    ${isKnown ? nothing : html`<option value=${value} selected>${value || '—'}</option>`}
    ${options.map(([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`)}
  </select>`
  return field(editor, pointer, label, control, { hint })
}

/** Something that is there or not: checked, it begins as `initial`. */
export function presentField(editor: Editor, pointer: string, label: string, initial: unknown) {
  return checkField(editor, label, valueAt(editor.work, pointer) !== undefined, (checked) => {
    if (checked) editor.set(pointer, initial)
    else editor.putUndoable(withValue(editor.work, pointer, undefined), editor.words.removed)
  })
}

export const checkField = (
  editor: Editor,
  label: string,
  checked: boolean,
  set: (checked: boolean) => void,
) => html`<label class="check">
  <input
    type="checkbox"
    .checked=${checked}
    ?disabled=${editor.readOnly}
    @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
  />
  ${label}
</label>`

/** Several of a list, kept in the list's order; none takes the member away. What is not on the list stays. */
export function checksField(editor: Editor, pointer: string, legend: string, all: Options) {
  const chosen = textsAt(editor, pointer)
  const strange = chosen
    .filter((one) => !all.some(([value]) => value === one))
    .map((one) => [one, one] as const)
  const options = [...all, ...strange]
  const toggle = (value: string, checked: boolean) => {
    const after = options
      .map(([one]) => one)
      .filter((one) => (one === value ? checked : chosen.includes(one)))
    editor.set(pointer, after.length > 0 ? after : undefined)
  }
  if (options.length === 0) return nothing
  return html`<fieldset class="wide" data-pointer=${pointer} tabindex="-1">
    <legend>${legend}</legend>
    <div class="checks">
      ${options.map(([value, text]) =>
        checkField(editor, text, chosen.includes(value), (checked) => toggle(value, checked)),
      )}
    </div>
    ${faultLine(editor, pointer)}
  </fieldset>`
}

/** So much of a unit of time. */
export function durationField(editor: Editor, pointer: string, label: string) {
  const { words } = editor
  return html`<fieldset class="pair" data-pointer=${pointer} tabindex="-1">
    <legend>${label}</legend>
    ${numberField(editor, `${pointer}/amount`, words.howMany)}
    ${selectField(editor, `${pointer}/unit`, words.unit, Object.entries(words.units))}
    ${faultLine(editor, pointer, false)}
  </fieldset>`
}
