import { html, nothing, type Template } from '@camket/contracts/template'
import { ownName } from '../own-fields/own-name.ts'
import type { Errors } from './check-values.ts'
import { coverageLine } from './coverage-line.ts'
import { type FilesField, type FormField, isNeeded } from './form-values.ts'
import type { RequestForm } from './request-form.ts'
import { isoDay, offsetAt } from './zone-clock.ts'

/** What a control says of itself to those who do not see it. */
export type Said = {
  readonly value: string
  readonly needed: 'true' | typeof nothing
  readonly wrong: 'true' | typeof nothing
  readonly described: string
}

type Look = {
  readonly type?: string
  readonly inputmode?: string
  readonly autocomplete?: string
  /** False says beside the label that it may stay empty. If it is not said, the kind knows whether it is needed. */
  readonly isNeeded?: boolean
  readonly isLong?: boolean
  readonly list?: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  /** Id of a hint beside it. */
  readonly hintId?: string
  /** Words of its own hint. */
  readonly hint?: string | undefined
  /** Drawn in place of an input. */
  readonly control?: (said: Said) => Template
}

/** How a field is called, also where it is spoken of. */
export function labelOf({ session: { words, config }, kind }: RequestForm, name: keyof Errors): string {
  const ours: Partial<Record<keyof Errors, string | undefined>> = {
    ...words.field,
    message: config.kinds.find((offered) => offered.kind === kind)?.prompt,
    files: words.files.label,
  }
  return ours[name] ?? config.fields.find((own) => ownName(own) === name)?.label ?? ''
}

/** A field with its label, its hint and what is wrong with it. */
export function field(form: RequestForm, name: FormField, look: Look = {}): Template {
  const { isNeeded: isSaid, hint, hintId = hint ? `${name}-hint` : '' } = look
  const { [name]: value = '' } = form.fields
  const error = form.errors[name]
  const needed = (isSaid ?? isNeeded(name, form.kind)) ? 'true' : nothing
  const wrong = error ? 'true' : nothing
  const described = `${name}-error ${hintId}`
  return html`<div class="field">
    <label for=${name}
      >${labelOf(form, name)}${isSaid === false ? html` <span class="optional">${form.session.words.optional}</span>` : nothing}</label
    >
    ${
      look.control?.({ value, needed, wrong, described }) ??
      (look.isLong
        ? html`<textarea
            id=${name}
            rows="3"
            .value=${value}
            aria-required=${needed}
            aria-invalid=${wrong}
            aria-describedby=${described}
          ></textarea>`
        : html`<input
            id=${name}
            type=${look.type ?? 'text'}
            inputmode=${look.inputmode ?? nothing}
            autocomplete=${look.autocomplete ?? 'off'}
            list=${look.list ?? nothing}
            min=${look.min ?? nothing}
            max=${look.max ?? nothing}
            .value=${value}
            aria-required=${needed}
            aria-invalid=${wrong}
            aria-describedby=${described}
          />`)
    }
    ${hint ? html`<span class="hint" id=${hintId}>${hint}</span>` : nothing}
    <span class="error" id="${name}-error">${error}</span>
  </div>`
}

/** What a kind asks for before it asks what has happened. */
export function firstFields(form: RequestForm): Template | typeof nothing {
  if (form.kind === 'warranty') return productFields(form)
  return form.kind === 'callback' ? callFields(form) : nothing
}

/** The product, with the merchant's own as suggestions; serial number and date of purchase; the order. */
function productFields(form: RequestForm): Template {
  const { config, words } = form.session
  const max = form.hasClock ? isoDay(new Date(), config.timeZone) : undefined
  return html`
    <span class="hint" id="product-hint">${words.productHint}</span>
    ${field(form, 'product', { list: 'products', hintId: 'product-hint' })}
    <datalist id="products">
      ${config.products.map(({ name }) => html`<option value=${name}></option>`)}
    </datalist>
    <div class="pair">${field(form, 'serial')} ${field(form, 'purchasedOn', { type: 'date', max })}</div>
    ${coverageLine(form.preview?.coverage)} ${field(form, 'orderNumber')}
  `
}

/** When to call: a day and two times on the merchant's clocks. */
function callFields(form: RequestForm): Template {
  const { config, words } = form.session
  const now = new Date()
  // Compared by distance from UTC: one zone has several names.
  const zone = form.hasClock && offsetAt(now, config.timeZone)
  const isElsewhere = zone && zone !== offsetAt(now)
  const time = { type: 'time', ...(isElsewhere && { hintId: 'zone-hint' }) }
  return html`
    ${field(form, 'day', { type: 'date', min: zone ? isoDay(now, config.timeZone) : undefined })}
    <div class="pair">${field(form, 'from', time)} ${field(form, 'to', time)}</div>
    ${isElsewhere ? html`<span class="hint" id="zone-hint">${words.zoneHint(`GMT${zone}`)}</span>` : nothing}
  `
}

/** Who asks, and how to reach them: one of the two ways, or the phone where it is to be called. */
export function contactFields(form: RequestForm): Template {
  const hintId = 'contact-hint'
  return html`
    ${field(form, 'name', { autocomplete: 'name' })}
    <div class="pair">
      ${field(form, 'phone', { type: 'tel', autocomplete: 'tel', hintId })}
      ${field(form, 'email', { type: 'email', autocomplete: 'email', hintId })}
    </div>
    <span class="hint" id=${hintId}>${form.session.words.contactHint}</span>
  `
}

/** Files, for the request or for one of the merchant's own fields; what is not said of them is as for the request. */
export const filesField = (
  form: RequestForm,
  id: FilesField,
  { max = 1, label, isNeeded, hint }: { max?: number; label?: string } & Pick<Look, 'isNeeded' | 'hint'>,
): Template => html`<camket-photo-picker
  id=${id}
  .session=${form.session}
  .max=${max}
  .label=${label}
  .needed=${isNeeded}
  .note=${hint}
  .error=${form.errors[id]}
  .disabled=${form.delivery !== undefined}
  .saved=${form.firstFiles(id)}
  @change=${form.filesChanged}
></camket-photo-picker>`
