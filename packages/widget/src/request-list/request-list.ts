import type { CustomerTicket } from '@camket/contracts'
import type { Failure } from '@camket/contracts/client'
import { html, nothing } from '@camket/contracts/template'
import { PanelPart } from '../element/panel-part.ts'
import { learnMine } from '../sdk.ts'
import { forgetRequest } from '../session/change-kept-request.ts'
import { type KeptRequest, openableRequests } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { base, column } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { readRequest } from '../ticket-view/read-request.ts'
import { standingSheet } from '../ticket-view/ticket-view.ts'
import css from './request-list.css?inline'

/** The requests that were filed from this device, as they stand now. Fires `open` with the request. */
export class RequestList extends PanelPart {
  static override styles = [base, column, standingSheet, sheet(css)]
  static override properties = ['session', 'requests', 'found']
  declare session: Session
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
    this.requests = openableRequests(this.session.merchant)
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
    const { code, subject } = request
    return html`<li>
      <button class="open" @click=${() => this.#open(request)}>
        <span class="subject">${subject}</span>
        <span class="small quiet">${code}</span>
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
    const { words } = this.session
    const found = this.found.get(code)
    return html`<span class="states small quiet">
      ${!found ? words.loading : 'ok' in found ? problemWords(found, words.problem) : found.card?.line}
    </span>`
  }

  /** What the customer filed elsewhere. */
  async #loadMine(): Promise<void> {
    const mine = (await learnMine(this.session)).filter(
      ({ code }) => !this.requests.some((here) => here.code === code),
    )
    this.requests = [...this.requests, ...mine]
    for (const request of mine) void this.#load(request)
  }

  async #load(request: KeptRequest): Promise<void> {
    const result = await readRequest(this.session, request, 'line')
    this.found = new Map(this.found).set(request.code, result.ok ? result.value : result)
  }

  #open(request: KeptRequest): void {
    this.dispatchEvent(new CustomEvent('open', { detail: request }))
  }

  #forget(code: string): void {
    forgetRequest(this.session.merchant, code)
    this.requests = openableRequests(this.session.merchant)
    this.session.announce(this.session.words.list.forgotten)
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.open, a')?.focus())
  }
}
