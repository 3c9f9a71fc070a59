import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import { type Failure, type Result, sayOfTicket } from '@camket/contracts/client'
import { PanelPart } from '../element/panel-part.ts'
import { ratingWords } from '../rating/rating-words.ts'
import { noteRequest } from '../session/change-kept-request.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'
import { base, column, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { chipSheet } from './deadline-chip.ts'
import { readRequest } from './read-request.ts'
import { conversationPart, deadlinesPart, headPart, remediesPart, section } from './ticket-parts.ts'
import css from './ticket-view.css?inline'

const refresh_millis = 30_000

/** One request: where it stands, what was promised, the conversation, and what the customer can do now. */
export class TicketView extends PanelPart {
  static override styles = [base, column, fields, chipSheet, sheet(css)]
  static override properties = ['session', 'request', 'ticket', 'failure']
  declare session: ConversationSession
  declare request: KeptRequest
  declare private ticket: CustomerTicket | undefined
  declare private failure: Failure | undefined
  /** The request that `ticket` is, or will be, the state of. */
  #shown: KeptRequest | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  #isWithdrawing = false

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
      ${
        ticket
          ? html`${headPart(ticket, session)} ${deadlinesPart(ticket, session)} ${remediesPart(ticket, session, (remedy) => this.#choice(remedy))}
            ${conversationPart(ticket, session)} ${this.#rating(ticket)} ${this.#reply(ticket)} ${this.#withdrawal(ticket)}`
          : failure
            ? nothing
            : html`<p class="quiet">${words.loading}</p>`
      }
      <a class="small" href=${this.#pageUrl()} target="_blank" rel="noopener">${words.ticket.full}</a>
    </div>`
  }

  #reply({ can }: CustomerTicket) {
    if (!can.reply) return nothing
    return html`<camket-reply-form .session=${this.session} .request=${this.request}></camket-reply-form>`
  }

  #choice(remedy: CustomerRemedy) {
    const { remedy: words } = this.session.words
    const isNew = remedy.state === 'owed'
    return this.#fold(
      isNew ? words.take : words.again,
      html`<camket-remedy-choice
        .session=${this.session}
        .request=${this.request}
        .remedy=${remedy}
      ></camket-remedy-choice>`,
      isNew,
    )
  }

  #rating({ rating, can }: CustomerTicket) {
    const { rating: words } = this.session.words
    const form = html`<camket-rating
      .session=${this.session}
      .request=${this.request}
      .given=${rating}
    ></camket-rating>`
    return html`
      ${rating ? section(words.title, html`<p class="text">${ratingWords(rating, words)}</p>`) : nothing}
      ${can.rate ? this.#fold(rating ? words.again : words.ask, form, !rating) : nothing}
    `
  }

  #withdrawal({ can }: CustomerTicket) {
    const { ticket: words } = this.session.words
    if (!can.withdraw) return nothing
    return this.#fold(
      words.withdraw,
      html`<div class="notice held">
        <span id="sure">${words.withdrawSure}</span>
        <button class="btn danger" aria-describedby="sure" @click=${this.#withdraw}>
          ${words.withdrawYes}
        </button>
      </div>`,
    )
  }

  /** What can be done, to be opened by who wants to. */
  #fold(title: string, content: Template, isOpen = false) {
    return html`<details ?open=${isOpen} @toggle=${this.#toggled}>
      <summary class="link tall">${title}</summary>
      ${content}
    </details>`
  }

  /** Only what somebody opened comes into view by itself. */
  #toggled({ target }: Event): void {
    const fold = target as HTMLElement
    if (fold.contains(this.renderRoot.activeElement)) fold.scrollIntoView({ block: 'nearest' })
  }

  /** A form has had its say: it closes, and the keyboard stays where it was. */
  #sent({ detail, target }: CustomEvent<CustomerTicket>): void {
    this.ticket = detail
    const fold = (target as HTMLElement).closest('details')
    if (!fold) return
    fold.open = false
    fold.querySelector('summary')?.focus()
  }

  #pageUrl(): URL {
    const { code, key } = this.request
    return new URL(`requests/${code}${key && `?key=${key}`}`, this.session.config.statusUrl)
  }

  async #load(): Promise<void> {
    const { request } = this
    const result = await readRequest(this.session, request)
    if (request === this.request) this.#take(result)
  }

  #take(result: Result<CustomerTicket>): void {
    if (!result.ok) {
      this.failure = result
      return
    }
    const { merchant, emit } = this.session
    const { code, status } = result.value
    if (this.ticket && this.ticket.status !== status) {
      emit('status-change', { code, status, before: this.ticket.status })
    }
    noteRequest(merchant, code, { status, seenAt: new Date().toISOString() })
    const isNews = this.ticket && this.ticket.messages.length < result.value.messages.length
    this.failure = undefined
    this.ticket = result.value
    if (isNews) this.session.announce(this.session.words.ticket.updated)
  }

  async #withdraw(): Promise<void> {
    if (this.#isWithdrawing) return
    this.#isWithdrawing = true
    const { api, words, announce } = this.session
    const { code } = this.request
    const result = await withKey(this.session, this.request, (key) =>
      sayOfTicket(api, { code, key }, 'withdrawal', {}),
    )
    this.#isWithdrawing = false
    this.#take(result)
    if (!result.ok) return
    announce(words.ticket.withdrawn)
    this.dispatchEvent(new Event('withdrawn'))
  }
}
