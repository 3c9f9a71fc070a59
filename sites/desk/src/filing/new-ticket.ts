import type { DeskFileInput, FieldView, PreviewView } from '@camket/contracts'
import { type Failure, fileTicketAsStaff, getWidgetConfig, previewDeadlines } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { customerTypes, type Kind, kinds } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { coverageDetails } from '../words/coverage-details.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'
import { bodyOf } from './body-of.ts'
import { ownInputs } from './own-inputs.ts'

const draftKey = 'camket-desk-new-ticket'

/** A request that staff type in for a customer who called, wrote or came by. */
export class NewTicket extends LightElement {
  static override properties = {
    context: { attribute: false },
    kind: { state: true },
    preview: { state: true },
    failure: { state: true },
    busy: { state: true },
    own: { state: true },
  }
  declare context: DeskContext
  declare kind: Kind
  declare preview: PreviewView | undefined
  declare failure: Failure | undefined
  declare busy: boolean
  /** What the merchant asks besides. */
  declare own: readonly FieldView[]
  #idempotencyKey: string | undefined
  #draft: Record<string, string>

  constructor() {
    super()
    this.busy = false
    this.own = []
    this.#draft = JSON.parse(sessionStorage.getItem(draftKey) ?? '{}') as Record<string, string>
    this.kind = kinds.find((kind) => kind === this.#draft.kind) ?? 'support'
  }

  protected override firstUpdated(): void {
    void this.#look()
    void this.#askForFields()
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  /** Without them a request can still be typed in: none of them is required of staff. */
  async #askForFields(): Promise<void> {
    const { api, me, locale } = this.context
    const answer = await getWidgetConfig(api, me.merchant.slug, { locale })
    if (answer.ok) this.own = answer.value.fields
  }

  protected override render() {
    const { filing: words, problem } = this.context.words
    return html`<section class="filing">
      <h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <form @submit=${this.#submit} @input=${this.#keep} @change=${this.#keep} novalidate>
        ${
          this.failure
            ? html`<div class="failure" role="alert" tabindex="-1">
              <p>${problemWords(this.failure, problem)}</p>
              ${
                this.failure.problem.errors
                  ? html`<ul>
                    ${this.failure.problem.errors.map(({ pointer, code }) => html`<li><b>${this.#label(pointer)}</b> ${this.#wrong(code)}</li>`)}
                  </ul>`
                  : nothing
              }
            </div>`
            : nothing
        }
        <div class="grid">
          ${this.#select(
            'kind',
            words.kind,
            kinds.map((kind) => [kind, this.context.words.kind[kind]]),
          )}
          ${this.#select('channel', words.channel, [
            ['phone', this.context.words.channel.phone],
            ['email', this.context.words.channel.email],
          ])}
          ${this.#field('subject', words.subject, { required: true, wide: true })}
          ${this.#area('message', words.message)} ${this.#field('name', words.name, { required: true })}
          ${this.#field('phone', words.phone, { type: 'tel', hint: words.contactHint })}
          ${this.#field('email', words.email, { type: 'email' })}
          ${this.#select(
            'type',
            words.type,
            customerTypes.map((type) => [type, this.context.words.customerType[type]]),
          )}
          ${this.#select('locale', words.locale, [
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ])}
          ${this.kind === 'callback' ? this.#callbackFields() : this.#productFields()}
          ${ownInputs(this.own, this.kind, this.#draft)}
        </div>
        ${this.#promise()}
        <div class="acts"><wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.send}</wa-button></div>
      </form>
    </section>`
  }

  #productFields() {
    const { filing: words } = this.context.words
    if (this.kind === 'suggestion') return nothing
    return html`${this.#field('productName', words.productName, { list: 'products' })}
      <datalist id="products">
        ${this.context.me.products.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      ${this.#field('serial', words.serial)} ${this.#field('orderNumber', words.orderNumber)}
      ${this.#field('purchasedOn', words.purchasedOn, { type: 'date' })}`
  }

  #callbackFields() {
    const { filing: words } = this.context.words
    return html`${this.#field('callbackDay', words.callbackDay, { type: 'date', required: true })}
    ${this.#field('callbackFrom', words.callbackFrom, { type: 'time', required: true })}
    ${this.#field('callbackTo', words.callbackTo, { type: 'time', required: true })}`
  }

  #field(
    name: string,
    label: string,
    { type = 'text', required = false, wide = false, hint = '', list = '' } = {},
  ) {
    const id = `new-${name}`
    return html`<div class="field ${wide ? 'wide' : ''}">
      <label for=${id}>${label}${required ? ' *' : ''}</label>
      <input
        id=${id}
        name=${name}
        type=${type}
        ?required=${required}
        autocomplete="off"
        list=${list || nothing}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        .value=${this.#draft[name] ?? ''}
      />
      ${hint ? html`<small id="${id}-hint" class="quiet">${hint}</small>` : nothing}
    </div>`
  }

  #area(name: string, label: string) {
    return html`<div class="field wide">
      <label for="new-${name}">${label} *</label>
      <textarea
        id="new-${name}"
        name=${name}
        rows="5"
        required
        maxlength=${limits.message_chars_max}
        .value=${this.#draft[name] ?? ''}
      ></textarea>
    </div>`
  }

  #select(name: string, label: string, options: readonly (readonly [string, string])[]) {
    const chosen = this.#draft[name]
    return html`<div class="field">
      <label for="new-${name}">${label}</label>
      <select id="new-${name}" name=${name}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${chosen === value}>${text}</option>`)}
      </select>
    </div>`
  }

  #promise() {
    const { locale, me, words } = this.context
    if (!this.preview) return nothing
    const { deadlines, coverage } = this.preview
    return html`<div class="promise" aria-live="polite">
      ${
        deadlines.length === 0
          ? html`<p>${words.filing.noPledge}</p>`
          : html`<p>${words.filing.promise}</p>
            <ul>
              ${deadlines.map(
                ({ milestone, dueAt }) =>
                  html`<li>
                    ${words.filing.before(words.milestone[milestone], shortInstant(dueAt, locale, me.merchant.timeZone))}
                  </li>`,
              )}
            </ul>`
      }
      ${
        coverage
          ? html`<p>
            <span class="state ${coverage.state === 'covered' ? 'kept' : 'paused'}">${words.coverage[coverage.state]}</span>
            ${coverageDetails(words, locale, coverage)}
          </p>`
          : nothing
      }
    </div>`
  }

  readonly #keep = (event: Event) => {
    this.#draft = fieldsOf(event.currentTarget as HTMLFormElement)
    sessionStorage.setItem(draftKey, JSON.stringify(this.#draft))
    this.#idempotencyKey = undefined
    this.kind = kinds.find((kind) => kind === this.#draft.kind) ?? this.kind
    if (event.type === 'change') void this.#look()
  }

  /** Asks what would be promised, as the customer's own form does. */
  async #look(): Promise<void> {
    const { api, me } = this.context
    const { kind, product, callback } = bodyOf({ ...this.#draft, kind: this.kind }, me.merchant.timeZone)
    const result = await previewDeadlines(api, me.merchant.slug, {
      kind,
      locale: this.context.locale,
      ...(product && { product }),
      ...(callback && { callback }),
    })
    this.preview = result.ok ? result.value : undefined
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy) return
    const { api, me, words } = this.context
    const fields = fieldsOf(event.target as HTMLFormElement)
    const body: DeskFileInput = bodyOf(fields, me.merchant.timeZone)
    this.#idempotencyKey ??= crypto.randomUUID()
    this.busy = true
    this.failure = undefined
    const result = await fileTicketAsStaff(api, body, this.#idempotencyKey)
    this.busy = false
    if (!result.ok) {
      this.failure = result
      await this.updateComplete
      this.querySelector<HTMLElement>('[role=alert]')?.focus()
      return
    }
    sessionStorage.removeItem(draftKey)
    const { code } = result.value
    this.dispatchEvent(new CustomEvent('go', { bubbles: true, detail: `/desk/tickets/${code}` }))
    this.dispatchEvent(new CustomEvent('tell', { bubbles: true, detail: words.filing.created(code) }))
  }

  /** What is wrong with a field, in the clerk's language; the API's own words are for programs. */
  #wrong(code: string): string {
    const { filing: words } = this.context.words
    if (code === 'email_or_phone_needed') return words.contactNeeded
    if (code === 'too_small' || code === 'invalid_type' || code === 'callback_needed') return words.needed
    return code === 'too_big' ? words.tooLong : words.notValid
  }

  /** The label of the field that a pointer of the API means. */
  #label(pointer: string): string {
    const { filing: words } = this.context.words
    const name = pointer.split('/').at(-1) ?? ''
    const own = pointer.startsWith('/fields/') && this.own.find((field) => field.name === name)
    if (own) return `${own.label}:`
    const known = {
      ...words,
      from: words.callbackFrom,
      to: words.callbackTo,
      callback: words.callbackDay,
    } as Record<string, unknown>
    return typeof known[name] === 'string' ? `${known[name]}:` : pointer
  }
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
  return Object.fromEntries(entries)
}
