import type { Session } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { isoDay } from '../time/due-words.ts'
import type { Errors } from './check-values.ts'
import type { FieldName, FormField, FormValues } from './form-values.ts'

export type Form = {
  readonly session: Session
  readonly values: FormValues
  readonly errors: Errors
  readonly onInput: (name: FormField, value: string) => void
  readonly onBlur: (name: FormField) => void
}

type Look = {
  readonly type?: 'text' | 'date' | 'time' | 'email' | 'tel'
  readonly autocomplete?: string
  readonly isNeeded?: boolean
  /** A hint says for several fields that they may stay empty. */
  readonly isFree?: boolean
  readonly list?: string
  readonly min?: string
  readonly max?: string
  /** Id of a hint beside it. */
  readonly hint?: string
}

/** The product, with the merchant's own as suggestions; serial number and date of purchase; the order. */
export function productFields(form: Form, coverage: Template | typeof nothing): Template {
  const { config } = form.session
  const today = isoDay(new Date(), config.timeZone)
  const free = { isFree: true }
  return html`
    <span class="hint" id="product-hint">${form.session.words.productHint}</span>
    ${field(form, 'product', { list: 'products', hint: 'product-hint', ...free })}
    <datalist id="products">
      ${config.products.map(({ name }) => html`<option value=${name}></option>`)}
    </datalist>
    <div class="pair">
      ${field(form, 'serial', free)} ${field(form, 'purchasedOn', { type: 'date', max: today, ...free })}
    </div>
    ${coverage} ${field(form, 'orderNumber', free)}
  `
}

/** When to call: a day and two times on the merchant's clocks. */
export function callFields(form: Form): Template {
  const { config, words } = form.session
  const today = isoDay(new Date(), config.timeZone)
  // Compared by distance from UTC: one zone has several names.
  const zone = offsetWords(config.timeZone)
  const isElsewhere = zone !== offsetWords()
  const hint = isElsewhere ? { hint: 'zone-hint' } : {}
  return html`
    ${field(form, 'day', { type: 'date', min: today, isNeeded: true })}
    <div class="pair">
      ${field(form, 'from', { type: 'time', isNeeded: true, ...hint })}
      ${field(form, 'to', { type: 'time', isNeeded: true, ...hint })}
    </div>
    ${isElsewhere ? html`<span class="hint" id="zone-hint">${words.zoneHint(zone)}</span>` : nothing}
  `
}

export function orderField(form: Form): Template {
  return field(form, 'orderNumber')
}

export function messageField(form: Form): Template {
  const { values, errors, session } = form
  return html`<div class="field">
    <label for="message">${session.words.message[values.kind]}</label>
    <textarea
      id="message"
      rows="3"
      .value=${values.fields.message ?? ''}
      aria-required="true"
      aria-invalid=${errors.message ? 'true' : nothing}
      aria-describedby="message-error"
      @input=${(event: Event) => form.onInput('message', (event.target as HTMLTextAreaElement).value)}
      @blur=${() => form.onBlur('message')}
    ></textarea>
    <span class="error" id="message-error">${errors.message}</span>
  </div>`
}

/** Who asks, and how to reach them: one of the two ways, or the phone where it is to be called. */
export function contactFields(form: Form): Template {
  const { words } = form.session
  const isCall = form.values.kind === 'callback'
  return html`
    ${field(form, 'name', { autocomplete: 'name', isNeeded: true })}
    <div class="pair">
      ${field(form, 'phone', { type: 'tel', autocomplete: 'tel', isNeeded: isCall, isFree: true, hint: 'contact-hint' })}
      ${field(form, 'email', { type: 'email', autocomplete: 'email', isFree: true, hint: 'contact-hint' })}
    </div>
    <span class="hint" id="contact-hint">${words.contactHint}</span>
  `
}

function field(form: Form, name: Exclude<FieldName, 'message'>, look: Look = {}): Template {
  const { values, errors, session } = form
  const { words } = session
  const error = errors[name]
  const isOptional = !look.isNeeded && !look.isFree
  return html`<div class="field">
    <label for=${name}
      >${words.field[name]}${isOptional ? html` <span class="optional">${words.optional}</span>` : nothing}</label
    >
    <input
      id=${name}
      type=${look.type ?? 'text'}
      autocomplete=${look.autocomplete ?? 'off'}
      list=${look.list ?? nothing}
      min=${look.min ?? nothing}
      max=${look.max ?? nothing}
      .value=${values.fields[name] ?? ''}
      aria-required=${look.isNeeded ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="${name}-error ${look.hint ?? ''}"
      @input=${(event: Event) => form.onInput(name, (event.target as HTMLInputElement).value)}
      @blur=${() => form.onBlur(name)}
    />
    <span class="error" id="${name}-error">${error}</span>
  </div>`
}

/** "GMT+7": how far a zone's clocks are from UTC today; without a zone, this device's. */
function offsetWords(timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset', ...(timeZone && { timeZone }) })
  return format.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
