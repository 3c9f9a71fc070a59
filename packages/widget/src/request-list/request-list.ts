import type { CustomerTicket } from '@camket/contracts'
import { type Failure, getMyTickets } from '@camket/contracts/client'
import { PanelPart } from '../element/panel-part.ts'
import { forgetRequest } from '../session/change-kept-request.ts'
import { type KeptRequest, keptRequests } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withToken } from '../session/with-token.ts'
import { base, column } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import { chipSheet, deadlineChip } from '../ticket-view/deadline-chip.ts'
import { nearestDeadline } from '../ticket-view/nearest-deadline.ts'
import { readRequest } from '../ticket-view/read-request.ts'
import { standingWords } from '../ticket-view/standing-words.ts'
import css from './request-list.css?inline'

/** The requests that were filed from this device, as they stand now. Fires `open` with the request. */
export class RequestList extends PanelPart {
  static override styles = [base, column, chipSheet, sheet(css)]
  static override properties = ['session', 'requests', 'found']
  declare session: ConversationSession
  declare private requests: readonly KeptRequest[]
  /** By code, as answers come in. */
  declare private found: ReadonlyMap<string, CustomerTicket | Failure>

  constructor() {
    super()
    this.requests = []
    this.found = new Map()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requests = keptRequests(this.session.merchant)
    for (const request of this.requests) void this.#load(request)
    if (this.session.known.identity) void this.#loadMine()
  }

  protected override render() {
    const { words, config } = this.session
    return html`
      <div class="body">
        ${
          this.requests.length > 0
            ? html`<ul>
                ${this.requests.map((request) => this.#request(request))}
              </ul>`
            : html`<p>${words.list.empty}</p>`
        }
        <p class="small quiet">${words.list.device}</p>
      </div>
      <div class="foot">
        <a class="small" href=${config.statusUrl} target="_blank" rel="noopener">${words.lookUp}</a>
      </div>
    `
  }

  #request(request: KeptRequest) {
    const { words } = this.session
    const { code, subject, kind } = request
    return html`<li>
      <button class="open" @click=${() => this.#open(request)}>
        <span class="subject">${subject}</span>
        <span class="small quiet">${words.kind[kind]} · ${code}</span>
        ${this.#standing(code)}
      </button>
      ${
        request.key
          ? html`<button
              class="forget"
              aria-label=${words.list.forget(code)}
              title=${words.list.forget(code)}
              @click=${() => this.#forget(code)}
            >
              ×
            </button>`
          : nothing
      }
    </li>`
  }

  #standing(code: string) {
    const { session } = this
    const { words } = session
    const found = this.found.get(code)
    const isFound = found && !('ok' in found)
    const nearest = isFound && nearestDeadline(found.deadlines)
    return html`<span class="states small quiet">
      ${isFound ? standingWords(found, words) : found ? problemWords(found, words.problem) : words.loading}
      ${nearest ? html`<span>· ${words.milestone[nearest.milestone]}</span> ${deadlineChip(nearest, session)}` : nothing}
    </span>`
  }

  /** What the customer filed elsewhere. */
  async #loadMine(): Promise<void> {
    const { api, merchant } = this.session
    const result = await withToken(this.session, (token) => getMyTickets(api, merchant, token ?? ''))
    if (!result.ok) return
    const mine = result.value.tickets
      .filter(({ code }) => !this.requests.some((here) => here.code === code))
      .map(({ code, kind, subject, filedAt }) => ({ code, key: '', kind, subject, filedAt }))
    this.requests = [...this.requests, ...mine]
    for (const request of mine) void this.#load(request)
  }

  async #load(request: KeptRequest): Promise<void> {
    const result = await readRequest(this.session, request)
    this.found = new Map(this.found).set(request.code, result.ok ? result.value : result)
  }

  #open(request: KeptRequest): void {
    this.dispatchEvent(new CustomEvent('open', { detail: request }))
  }

  #forget(code: string): void {
    forgetRequest(this.session.merchant, code)
    this.requests = keptRequests(this.session.merchant)
    this.session.announce(this.session.words.list.forgotten)
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.open, a')?.focus())
  }
}
