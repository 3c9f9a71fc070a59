import type { CustomerTicket } from '@camket/contracts'
import type { Failure } from '@camket/contracts/client'
import { html, nothing } from '@camket/contracts/template'
import { PanelPart } from '../element/panel-part.ts'
import { noteRequest } from '../session/change-kept-request.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { base, column, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import type { TicketForm } from '../ticket-form/ticket-form.ts'
import { readRequest } from './read-request.ts'
import standingCss from './standing.css?inline'
import css from './ticket-view.css?inline'

const refresh_millis = 30_000

/** The states of a request that was sent, for every root in which one is drawn. */
export const standingSheet = sheet(standingCss)

/** One request: the card that the Worker draws of it, kept up to date, and what the customer says in it. */
export class TicketView extends PanelPart {
  static override styles = [base, column, fields, standingSheet, sheet(css)]
  static override properties = ['session', 'request', 'ticket', 'failure']
  declare session: Session
  declare request: KeptRequest
  declare private ticket: CustomerTicket | undefined
  declare private failure: Failure | undefined
  /** The request that `ticket` is, or will be, the state of. */
  #shown: KeptRequest | undefined
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    // It does not bubble.
    this.renderRoot.addEventListener('toggle', this.#toggled, true)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#shown = this.request
    void this.#load()
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && this.offsetParent !== null) void this.#load()
    }, refresh_millis)
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  protected override updated(): void {
    if (this.request === this.#shown) return
    // A page can ask for another; nothing may be said of that while this one is looked at.
    this.#shown = this.request
    this.ticket = this.failure = undefined
    void this.#load()
  }

  protected override render() {
    const { session, ticket, failure } = this
    const { words } = session
    return html`<div class="body" @sent=${this.#sent}>
      ${
        failure
          ? html`<div class="notice failed" role="alert">
              <span>${problemWords(failure, words.problem)}</span>
              <button class="btn" @click=${this.#load}>${words.retry}</button>
            </div>`
          : nothing
      }
      ${ticket ? ticket.card?.body : failure ? nothing : html`<p class="quiet">${words.loading}</p>`}
    </div>`
  }

  /** Only what somebody opened comes into view by itself. */
  readonly #toggled = ({ target }: Event) => {
    const fold = target as HTMLElement
    if (fold.contains(this.renderRoot.activeElement)) fold.scrollIntoView({ block: 'nearest' })
  }

  /** A form has had its say: it closes, and the keyboard stays where it was. */
  async #sent({ detail, target }: CustomEvent<CustomerTicket>): Promise<void> {
    const form = target as TicketForm
    const fold = form.closest('details')
    this.#take(detail)
    this.session.announce(form.sent)
    if (!fold) return
    fold.open = false
    await this.updateComplete
    if (fold.isConnected) fold.querySelector('summary')?.focus()
    else this.dispatchEvent(new Event('done'))
  }

  async #load(): Promise<void> {
    const { request } = this
    const result = await readRequest(this.session, request, this.ticket?.card?.tag)
    if (request !== this.request) return
    if (result.ok) this.#take(result.value)
    else this.failure = result
  }

  #take(ticket: CustomerTicket): void {
    const { merchant, emit, announce, words } = this.session
    const { code, status, messages } = ticket
    const before = this.ticket
    if (before && before.status !== status) emit('status-change', { code, status, before: before.status })
    noteRequest(merchant, code, { status, seenAt: new Date().toISOString() })
    this.failure = undefined
    this.ticket = { card: before?.card, ...ticket }
    if (before && before.messages.length < messages.length) announce(words.updated)
  }
}
