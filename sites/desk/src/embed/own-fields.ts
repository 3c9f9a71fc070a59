import { limits } from '@camket/contracts/limits'
import { type Kind, kinds } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { Strings } from '../strings/vi.ts'
import { type EditedField, emptyField, type Typed } from './embed-draft.ts'
import { faultsAt } from './faults.ts'
import { checkField, checkFields, type Drawing, selectField, textField } from './inputs.ts'

const types = ['text', 'choice', 'date', 'number', 'file'] as const

/** The editor of a merchant's own fields: each with its label in both languages, its type and its limits. */
export function ownFields(
  fields: readonly EditedField[],
  drawing: Drawing & { readonly kindWords: Strings['kind'] },
  set: (fields: readonly EditedField[]) => void,
) {
  const { words, disabled } = drawing
  const replace = (at: number, field: EditedField) => set(fields.with(at, field))
  const swap = (a: number, b: number) => {
    const [one, two] = [fields[a], fields[b]]
    if (one && two) set(fields.with(a, two).with(b, one))
  }
  return html`
    ${fields.length === 0 ? html`<p class="quiet">${words.noFields}</p>` : nothing}
    ${fields.map((field, at) => {
      const name = field.label.vi || field.label.en || words.newField
      const act = (label: string, run: () => void, off: boolean) => html`<button
        type="button"
        class="plain"
        aria-label="${label}: ${name}"
        ?disabled=${disabled || off}
        @click=${run}
      >
        ${label}
      </button>`
      return html`<fieldset class="own-field">
        <legend>${at + 1}. ${name}</legend>
        <div class="grid">${oneField(field, at, drawing, (changed) => replace(at, changed))}</div>
        ${faultsAt(drawing.faults, `/fields/${at}/name`, words)}
        <div class="acts">
          ${act(words.up, () => swap(at, at - 1), at === 0)}
          ${act(words.down, () => swap(at, at + 1), at === fields.length - 1)}
          ${act(words.remove, () => set(fields.toSpliced(at, 1)), false)}
        </div>
      </fieldset>`
    })}
    ${faultsAt(
      drawing.faults.filter(({ pointer }) => pointer === '/fields'),
      '/fields',
      words,
    )}
    <p>
      <wa-button
        appearance="outlined"
        size="s"
        ?disabled=${disabled || fields.length >= limits.field_count_max}
        @click=${() => set([...fields, emptyField])}
        >${words.addField}</wa-button
      >
    </p>
  `
}

function oneField(
  field: EditedField,
  at: number,
  drawing: Drawing & { readonly kindWords: Strings['kind'] },
  set: (field: EditedField) => void,
) {
  const { words, kindWords } = drawing
  const pointer = `/fields/${at}`
  const id = `field-${at}`
  return html`
    ${inBoth(words.fieldLabel, field.label, { id: `${id}-label`, pointer: `${pointer}/label` }, drawing, (label) => set({ ...field, label }))}
    ${selectField(
      {
        id: `${id}-type`,
        label: words.fieldType,
        value: field.type,
        options: types.map((type) => [type, words.types[type]] as const),
        set: (type) => set({ ...field, type: types.find((one) => one === type) ?? 'text' }),
      },
      drawing,
    )}
    ${limitsOf(field, { id, pointer }, drawing, set)}
    ${inBoth(words.fieldHint, field.hint, { id: `${id}-hint`, pointer: `${pointer}/hint` }, drawing, (hint) => set({ ...field, hint }))}
    <div class="wide">
      ${checkField({ label: words.required, checked: field.required, set: (required) => set({ ...field, required }) }, drawing)}
    </div>
    ${checkFields<Kind>(
      {
        legend: words.fieldKinds,
        all: kinds.map((kind) => [kind, kindWords[kind]] as const),
        chosen: field.kinds,
        pointer: `${pointer}/kinds`,
        set: (chosen) => set({ ...field, kinds: chosen }),
      },
      drawing,
    )}
  `
}

/** The same text in Vietnamese and English. */
export function inBoth(
  label: string,
  text: Typed,
  { id, pointer, max = limits.own_field_label_chars_max }: { id: string; pointer: string; max?: number },
  drawing: Drawing,
  set: (text: Typed) => void,
) {
  const one = (lang: 'vi' | 'en', name: string) =>
    textField(
      {
        id: `${id}-${lang}`,
        label: `${label} (${name})`,
        value: text[lang],
        lang,
        max,
        ...(lang === 'vi' && { pointer }),
        set: (value) => set({ ...text, [lang]: value }),
      },
      drawing,
    )
  return html`${one('vi', 'Tiếng Việt')} ${one('en', 'English')}`
}

function limitsOf(
  field: EditedField,
  { id, pointer }: { id: string; pointer: string },
  drawing: Drawing,
  set: (field: EditedField) => void,
) {
  const { words } = drawing
  switch (field.type) {
    case 'text':
      return html`<div class="field">
        ${checkField({ label: words.manyLines, checked: field.lines === 'many', set: (many) => set({ ...field, lines: many ? 'many' : 'one' }) }, drawing)}
      </div>`
    case 'choice':
      return choices(field, { id, pointer }, drawing, set)
    case 'number':
    case 'date': {
      const isDate = field.type === 'date'
      const [least, most] = isDate ? (['earliest', 'latest'] as const) : (['min', 'max'] as const)
      const limit = (name: 'min' | 'max', member: string) =>
        textField(
          {
            id: `${id}-${name}`,
            label: words[member as 'min' | 'max' | 'earliest' | 'latest'],
            type: isDate ? 'date' : 'number',
            value: field[name],
            pointer: `${pointer}/${member}`,
            set: (value) => set({ ...field, [name]: value }),
          },
          drawing,
        )
      return html`${limit('min', least)} ${limit('max', most)}
      ${isDate ? nothing : checkField({ label: words.whole, checked: field.whole, set: (whole) => set({ ...field, whole }) }, drawing)}`
    }
    case 'file':
      return html`<p class="field quiet">${words.fileHint}</p>`
  }
}

function choices(
  field: EditedField,
  { id, pointer }: { id: string; pointer: string },
  drawing: Drawing,
  set: (field: EditedField) => void,
) {
  const { words, disabled } = drawing
  const list = field.choices.length >= 2 ? field.choices : [...field.choices, ...newChoices].slice(0, 2)
  const change = (all: EditedField['choices']) => set({ ...field, choices: all })
  return html`<div class="field wide">
    ${list.map(
      (choice, at) => html`<div class="grid choice">
        ${inBoth(words.choice(at + 1), choice.label, { id: `${id}-choice-${at}`, pointer: `${pointer}/choices/${at}` }, drawing, (label) => change(list.with(at, { ...choice, label })))}
        <button
          type="button"
          class="plain"
          aria-label="${words.remove}: ${choice.label.vi || choice.label.en || words.choice(at + 1)}"
          ?disabled=${disabled || list.length <= 2}
          @click=${() => change(list.toSpliced(at, 1))}
        >
          ${words.remove}
        </button>
      </div>`,
    )}
    <p>
      <button
        type="button"
        class="plain"
        ?disabled=${disabled || list.length >= limits.own_field_choices_max}
        @click=${() => change([...list, ...newChoices.slice(0, 1)])}
      >
        ${words.addChoice}
      </button>
    </p>
  </div>`
}

const newChoices = [1, 2].map(() => ({ value: '', label: { vi: '', en: '' } }))
