import type { EmbedView, OwnField, SaveEmbedInput } from '@camket/contracts'
import { foldText } from '@camket/core/fold-text'
import type { Kind, Locale } from '@camket/core/vocabulary'

/** Text in both languages as it is typed; an empty one is not written yet. */
export type Typed = { readonly vi: string; readonly en: string }
/** An own field while it is edited: every type's members side by side, so that changing the type loses nothing. */
export type EditedField = {
  readonly type: OwnField['type']
  /** Empty until it is saved first: then it is made of the label, and stays. */
  readonly name: string
  readonly label: Typed
  readonly hint: Typed
  readonly required: boolean
  /** None: for all kinds. */
  readonly kinds: readonly Kind[]
  readonly choices: readonly { readonly value: string; readonly label: Typed }[]
  readonly lines: 'one' | 'many'
  readonly min: string
  readonly max: string
  readonly whole: boolean
}

/** The settings as somebody is changing them. */
export type EmbedDraft = Pick<
  EmbedView,
  'revision' | 'accent' | 'position' | 'colorScheme' | 'kinds' | 'locales' | 'challenge'
> & {
  readonly heading: Typed
  readonly fields: readonly EditedField[]
  /** One on each line. */
  readonly origins: string
  readonly usesTurnstile: boolean
  readonly siteKey: string
  readonly secret: string
}

const typed = (text: Partial<Record<Locale, string>> | undefined): Typed => ({
  vi: text?.vi ?? '',
  en: text?.en ?? '',
})

export function draftOf(view: EmbedView): EmbedDraft {
  const { revision, accent, position, colorScheme, kinds, locales, challenge, turnstile } = view
  return {
    revision,
    accent,
    position,
    colorScheme,
    kinds,
    locales,
    challenge,
    heading: typed(view.heading),
    fields: view.fields.map(editedField),
    origins: view.allowedOrigins.join('\n'),
    usesTurnstile: turnstile !== null,
    siteKey: turnstile?.siteKey ?? '',
    secret: '',
  }
}

export const emptyField: EditedField = {
  type: 'text',
  name: '',
  label: { vi: '', en: '' },
  hint: { vi: '', en: '' },
  required: false,
  kinds: [],
  choices: [],
  lines: 'one',
  min: '',
  max: '',
  whole: false,
}

function editedField(field: OwnField): EditedField {
  const { type, name, label, hint, required, kinds = [] } = field
  const edited = { ...emptyField, type, name, label: typed(label), hint: typed(hint), required, kinds }
  switch (field.type) {
    case 'text':
      return { ...edited, lines: field.lines ?? 'one' }
    case 'choice':
      return {
        ...edited,
        choices: field.choices.map((choice) => ({ value: choice.value, label: typed(choice.label) })),
      }
    case 'number':
      return {
        ...edited,
        min: String(field.min ?? ''),
        max: String(field.max ?? ''),
        whole: field.whole ?? false,
      }
    case 'date':
      return { ...edited, min: field.earliest ?? '', max: field.latest ?? '' }
    case 'file':
      return edited
  }
}

/** What is sent: names and values are made where there are none yet. */
export function inputOf(draft: EmbedDraft): SaveEmbedInput {
  const { revision, challenge, siteKey, secret } = draft
  const turnstile = { siteKey: siteKey.trim(), ...(secret.trim() !== '' && { secret: secret.trim() }) }
  return {
    revision,
    ...lookOf(draft),
    allowedOrigins: linesOf(draft.origins),
    challenge,
    turnstile: draft.usesTurnstile ? turnstile : null,
  }
}

/** What a preview shows. */
export function lookOf({ accent, position, colorScheme, kinds, locales, ...draft }: EmbedDraft) {
  const heading = written(draft.heading)
  return {
    accent,
    position,
    colorScheme,
    kinds,
    locales,
    ...(Object.keys(heading).length > 0 && { heading }),
    fields: ownFields(draft.fields),
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Only the languages in which something is written. */
const written = (text: Typed): Partial<Record<Locale, string>> => ({
  ...(text.vi.trim() !== '' && { vi: text.vi.trim() }),
  ...(text.en.trim() !== '' && { en: text.en.trim() }),
})

function ownFields(fields: readonly EditedField[]): OwnField[] {
  const taken = new Set(fields.map(({ name }) => name).filter((name) => name !== ''))
  return fields.map((field) => {
    const name = field.name || freeName(field.label, taken, 'field')
    taken.add(name)
    return ownField({ ...field, name })
  })
}

function ownField(field: EditedField): OwnField {
  const { name, required, kinds, min, max } = field
  const hint = written(field.hint)
  const shared = {
    name,
    label: written(field.label),
    required,
    ...(Object.keys(hint).length > 0 && { hint }),
    ...(kinds.length > 0 && { kinds: [...kinds] }),
  }
  switch (field.type) {
    case 'text':
      return { type: 'text', ...shared, ...(field.lines === 'many' && { lines: 'many' }) }
    case 'choice':
      return { type: 'choice', ...shared, choices: choicesOf(field.choices) }
    case 'number':
      return {
        type: 'number',
        ...shared,
        ...(min !== '' && { min: Number(min) }),
        ...(max !== '' && { max: Number(max) }),
        ...(field.whole && { whole: true }),
      }
    case 'date':
      return {
        type: 'date',
        ...shared,
        ...(min !== '' && { earliest: min }),
        ...(max !== '' && { latest: max }),
      }
    case 'file':
      return { type: 'file', ...shared }
  }
}

function choicesOf(choices: EditedField['choices']) {
  const taken = new Set(choices.map(({ value }) => value).filter((value) => value !== ''))
  return choices.map(({ value, label }) => {
    const kept = value || freeName(label, taken, 'choice')
    taken.add(kept)
    return { value: kept, label: written(label) }
  })
}

/** A name made of words, which no other has: `Chi nhánh` is `chi_nhanh`. */
function freeName({ vi, en }: Typed, taken: ReadonlySet<string>, otherwise: string): string {
  const folded = foldText(vi || en)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 30)
  const base = folded || otherwise
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  return name
}
