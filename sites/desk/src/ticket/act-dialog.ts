import type { DeskTicket } from '@camket/contracts'
import type { Result } from '@camket/contracts/client'
import { html, nothing, type TemplateResult } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'

/** A dialog that does one act on a ticket: its fields, one button, and the refusal beside them. */
export abstract class ActDialog extends LightElement {
  static override properties = {
    context: { attribute: false },
    ticket: { attribute: false },
    open: { type: Boolean },
    busy: { state: true },
    failure: { state: true },
  } as Record<string, object>
  declare context: DeskContext
  declare ticket: DeskTicket
  declare open: boolean
  declare busy: boolean
  declare failure: string | undefined
  /** One act, however often its sending is tried. */
  #idempotencyKey: string | undefined

  constructor() {
    super()
    this.open = false
    this.busy = false
  }

  protected abstract heading(): string
  protected abstract fields(): TemplateResult
  protected abstract submitLabel(): string
  protected abstract send(
    form: FormData,
    ticket: DeskTicket,
    idempotencyKey: string,
  ): Promise<Result<DeskTicket>>

  protected override render() {
    return html`<wa-dialog label=${this.heading()} ?open=${this.open} @wa-hide=${this.#hidden}>
      ${
        this.open
          ? html`<form class="dialog-form" @submit=${this.#submit} @input=${this.#newKey} @change=${this.#newKey}>
            ${this.fields()}
            ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
            <div class="acts">
              <wa-button type="submit" variant="brand" ?loading=${this.busy}>${this.submitLabel()}</wa-button>
              <wa-button appearance="outlined" @click=${this.#close}>${this.context.words.act.cancel}</wa-button>
            </div>
          </form>`
          : nothing
      }
    </wa-dialog>`
  }

  readonly #newKey = () => {
    this.#idempotencyKey = undefined
  }

  readonly #close = () => {
    this.open = false
    this.failure = undefined
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }

  readonly #hidden = (event: Event) => {
    // Selects inside the dialog tell of their own hiding too.
    if (event.target === event.currentTarget) this.#close()
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy) return
    this.#idempotencyKey ??= crypto.randomUUID()
    this.busy = true
    this.failure = undefined
    const form = new FormData(event.target as HTMLFormElement)
    const result = await this.send(form, this.ticket, this.#idempotencyKey)
    this.busy = false
    if (result.ok) {
      this.#newKey()
      this.#close()
      this.dispatchEvent(new CustomEvent('ticket-change', { bubbles: true, detail: result.value }))
      return
    }
    this.failure = problemWords(result, this.context.words.problem)
    if (result.problem.code === 'ticket_changed' || result.problem.code === 'amount_changed') {
      this.#newKey()
      this.dispatchEvent(new CustomEvent('ticket-stale', { bubbles: true }))
    }
  }
}
