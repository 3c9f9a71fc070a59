import type { SavedFile } from '../delivery/draft-store.ts'
import type { Form } from '../request-form/form-fields.ts'
import type { FieldName } from '../request-form/form-values.ts'
import type { ExtraWords } from '../strings/words.ts'
import { html, type Template } from '../template/html.ts'

type Around = {
  readonly words: ExtraWords
  /** The merchant's own fields, as people read them. */
  readonly own: readonly (readonly [label: string, text: string])[]
  readonly files: readonly SavedFile[]
  /** Those of our fields that are asked for, in their order. */
  readonly asked: readonly FieldName[]
  readonly edit: () => void
}

/** All that is about to be sent, to be read once more. */
export function lookBack(form: Form, { words, own, files, asked, edit }: Around): Template {
  const { field, message, files: fileWords } = form.session.words
  const { kind, fields } = form.values
  const ours = asked.map(
    (name) => [name === 'message' ? message[kind] : field[name], fields[name]?.trim() ?? ''] as const,
  )
  const rows = [...ours, ...own, [fileWords.label, files.map(({ name }) => name).join(', ')] as const]
  return html`<section class="look-back" aria-labelledby="look-back">
    <h3 id="look-back" tabindex="-1">${words.review}</h3>
    <p>${words.reviewHint}</p>
    <dl>
      ${rows
        .filter(([, text]) => text !== '')
        .map(([label, text]) => html`<dt class="label">${label}</dt><dd>${text}</dd>`)}
    </dl>
    <button class="btn" @click=${edit}>${words.edit}</button>
  </section>`
}
