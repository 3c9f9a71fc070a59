import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import { type Failure, getTicketWithKey, type Result, withdrawTicket } from '@camket/contracts/client'
import { PanelPart } from '../element/panel-part.ts'
import { noteRequest } from '../session/change-kept-request.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'
import { base, column, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import { chipSheet } from './deadline-chip.ts'
import { conversationPart, deadlinesPart, headPart, remediesPart } from './ticket-parts.ts'
import css from './ticket-view.css?inline'

const refresh_millis = 30_000

/** One request: where it stands, what was promised, the conversation, and what the customer can do now. */
export class TicketView extends PanelPart {
  static override styles = [base, column, fields, chipSheet, sheet(css)]
  static override properties = [
    'session',
    'request',
    'ticket',
    'failure',
    'confirming',
    'withdrawing',
    'choosing',
  ]
  declare session: ConversationSession
  declare request: KeptRequest
  declare private ticket: CustomerTicket | undefined
  declare private failure: Failure | undefined
  declare private confirming: boolean
  declare private withdrawing: boolean
  /** Id of a remedy whose choice is made anew. */
  declare private choosing: string
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.confirming = false
    this.withdrawing = false
    this.choosing = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && this.offsetParent !== null) void this.#load()
    }, refresh_millis)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  protected override render() {
    const { session, ticket } = this
    const { words } = session
    return html`<div class="body">
      ${this.#failure()}
      ${
        ticket
          ? html`${headPart(ticket, session)} ${deadlinesPart(ticket, session)} ${remediesPart(ticket, session, (remedy) => this.#choice(remedy))}
            ${conversationPart(ticket, session)} ${this.#reply(ticket)} ${this.#withdrawal(ticket)}`
          : this.failure
            ? nothing
            : html`<p class="quiet">${words.loading}</p>`
      }
      <a class="small" href=${this.#pageUrl()} target="_blank" rel="noopener">${words.ticket.full}</a>
    </div>`
  }

  #failure() {
    const { words } = this.session
    if (!this.failure) return nothing
    return html`<div class="notice failed" role="alert">
      <span>${problemWords(this.failure, words.problem)}</span>
      <button class="btn" @click=${this.#load}>${words.retry}</button>
    </div>`
  }

  #reply({ can }: CustomerTicket) {
    if (!can.reply) return nothing
    return html`<camket-reply-form
      .session=${this.session}
      .request=${this.request}
      @sent=${(event: CustomEvent<CustomerTicket>) => {
        this.ticket = event.detail
      }}
    ></camket-reply-form>`
  }

  #choice(remedy: CustomerRemedy) {
    const isOpen = remedy.state === 'owed' || this.choosing === remedy.id
    if (!isOpen) {
      return html`<button type="button" class="link tall" @click=${() => {
        this.choosing = remedy.id
      }}>
        ${this.session.words.remedy.again}
      </button>`
    }
    return html`<camket-remedy-choice
      .session=${this.session}
      .request=${this.request}
      .remedy=${remedy}
      @sent=${(event: CustomEvent<CustomerTicket>) => {
        this.choosing = ''
        this.ticket = event.detail
      }}
    ></camket-remedy-choice>`
  }

  #withdrawal({ can }: CustomerTicket) {
    const { words } = this.session
    if (!can.withdraw) return nothing
    if (!this.confirming) {
      return html`<button class="link tall" @click=${() => this.#confirm(true)}>
        ${words.ticket.withdraw}
      </button>`
    }
    return html`<div class="notice held" role="group" aria-label=${words.ticket.withdraw}>
      <span id="sure">${words.ticket.withdrawSure}</span>
      <div class="acts">
        <button class="btn danger" aria-describedby="sure" @click=${this.#withdraw}>
          ${words.ticket.withdrawYes}
        </button>
        <button class="btn keep" @click=${() => this.#confirm(false)}>${words.ticket.withdrawNo}</button>
      </div>
    </div>`
  }

  #pageUrl(): string {
    const { statusUrl } = this.session.config
    return `${statusUrl.replace(/\/status$/, '')}/requests/${this.request.code}${this.request.key && `?key=${this.request.key}`}`
  }

  async #load(): Promise<void> {
    const { api, locale } = this.session
    const { code } = this.request
    this.#take(
      await withKey(this.session, this.request, (key) => getTicketWithKey(api, code, key, { locale })),
    )
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

  async #confirm(confirming: boolean): Promise<void> {
    this.confirming = confirming
    await this.updateComplete
    // Keeping it is what a careless Enter does.
    this.renderRoot.querySelector<HTMLElement>(confirming ? '.keep' : '.link.tall')?.focus()
    this.renderRoot.querySelector('[role=group]')?.scrollIntoView({ block: 'nearest' })
  }

  async #withdraw(): Promise<void> {
    if (this.withdrawing) return
    this.withdrawing = true
    const { api, words, announce } = this.session
    const { code } = this.request
    const result = await withKey(this.session, this.request, (key) => withdrawTicket(api, code, key))
    this.withdrawing = false
    this.confirming = false
    this.#take(result)
    if (!result.ok) return
    announce(words.ticket.withdrawn)
    this.dispatchEvent(new Event('withdrawn'))
  }
}
