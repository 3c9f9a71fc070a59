import { html, nothing, type Template } from '@camket/contracts/template'
import { ownText } from '../own-fields/own-fields.ts'
import { ownFieldsOf, ownName } from '../own-fields/own-name.ts'
import { labelOf } from '../request-form/form-fields.ts'
import { fieldsOf } from '../request-form/form-values.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import type { ExtraWords } from '../strings/words.ts'

/** All that is about to be sent, to be read once more. */
export function lookBack(form: RequestForm, words: ExtraWords, edit: () => void): Template {
  const { session, kind, fields, files } = form
  const row = (name: Parameters<typeof labelOf>[1], text: string | undefined) =>
    text ? html`<dt class="label">${labelOf(form, name)}</dt><dd>${text}</dd>` : nothing
  return html`<section class="look-back" aria-labelledby="look-back">
    <h3 id="look-back" tabindex="-1">${words.review}</h3>
    <p>${words.reviewHint}</p>
    <dl>
      ${fieldsOf(kind).map((name) => row(name, fields[name]?.trim()))}
      ${ownFieldsOf(session.config.fields, kind).map((own) => row(ownName(own), ownText(own, form)))}
      ${row('files', files.map(({ name }) => name).join(', '))}
    </dl>
    <button class="btn" @click=${edit}>${words.edit}</button>
  </section>`
}
