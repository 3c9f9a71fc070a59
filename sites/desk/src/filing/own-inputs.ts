import type { FieldView } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'

const types = { text: 'text', number: 'number', date: 'date' } as const

/** How an own field of the merchant is called in the form, so that none is mistaken for one of ours. */
export const ownName = (name: string): string => `own-${name}`

/**
 * What the merchant asks besides, for a request of this kind. Staff fill in what a caller knows, so nothing of it is
 * required; files they attach to the request itself.
 */
export const ownInputs = (own: readonly FieldView[], kind: Kind, draft: Readonly<Record<string, string>>) =>
  own
    .filter(({ type, kinds }) => type !== 'file' && (kinds === undefined || kinds.includes(kind)))
    .map((field) => {
      const name = ownName(field.name)
      const id = `new-${name}`
      const value = draft[name] ?? ''
      return html`<div class="field">
        <label for=${id}>${field.label}</label>
        ${
          field.type === 'choice'
            ? html`<select id=${id} name=${name}>
              <option value=""></option>
              ${field.choices?.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
            </select>`
            : html`<input
              id=${id}
              name=${name}
              type=${field.type === 'file' ? 'text' : types[field.type]}
              autocomplete="off"
              min=${field.earliest ?? field.min ?? nothing}
              max=${field.latest ?? field.max ?? nothing}
              step=${field.type === 'number' && !field.whole ? 'any' : nothing}
              maxlength=${field.charsMax ?? nothing}
              .value=${value}
            />`
        }
        ${field.hint ? html`<small class="quiet">${field.hint}</small>` : nothing}
      </div>`
    })
