import { html, nothing, type Template } from '@camket/contracts/template'
import type { Errors } from './check-values.ts'
import { labelOf } from './form-fields.ts'
import type { RequestForm } from './request-form.ts'

/** All that is wrong, each a way to its field. */
export function errorSummary(form: RequestForm): Template | typeof nothing {
  const names = (Object.keys(form.errors) as (keyof Errors)[]).filter((name) => form.errors[name])
  if (names.length === 0) return nothing
  return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary">
    <h3 id="summary">${form.session.words.error.summary}</h3>
    <ul>
      ${names.map(
        (name) => html`<li>
          <button class="link" @click=${() => form.focusField(name)}>
            ${labelOf(form, name).replace(/[^?]$/, '$&:')} ${form.errors[name]}
          </button>
        </li>`,
      )}
    </ul>
  </div>`
}
