import type { FileTicketInput, Receipt } from '@camket/contracts'
import type { Failure } from '@camket/contracts/client'
import type { Kind, Locale } from '@camket/core/vocabulary'
import type { Conversation } from '../conversation.ts'
import { PanelPart } from '../element/panel-part.ts'
import { requestDrafts } from '../request-form/form-values.ts'
import { keptRequests } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { loadStrings } from '../strings/load-strings.ts'
import { plainWords } from '../strings/plain-words.ts'
import { base } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { brandSheets, tokens } from '../style/tokens.ts'
import { html, nothing } from '../template/html.ts'
import { openSession, type PanelOptions } from './open-session.ts'
import css from './panel-element.css?inline'
import { type ConversationView, headingOf, type View, viewAbove } from './view.ts'

const fillsScreen = '(max-width: 480px)'

/** The panel that a launcher opens, or that stands in the page. Fires `close`, and `submitted` with the code. */
export class PanelElement extends PanelPart {
  static override styles = [...tokens, base, sheet(css)]
  static override properties = ['options', 'session', 'failure', 'view', 'said', 'conversation']
  declare options: PanelOptions
  declare private session: Session | undefined
  /** In words, why there is no session. */
  declare private failure: string
  declare private view: View
  declare private conversation: Conversation | undefined
  /** What screen readers are told. */
  declare private said: string
  #opening: Promise<void> | undefined
  #isOpen = false
  #conversationModule: Promise<typeof import('../conversation.ts')> | undefined

  constructor() {
    super()
    this.failure = ''
    this.said = ''
    this.view = { name: 'kinds' }
    this.addEventListener('keydown', (event) => this.#keyDown(event))
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Shows the panel, at the form of a kind if one is given. Resolves when it is drawn. */
  async show({ kind }: { readonly kind?: Kind } = {}): Promise<void> {
    await this.updateComplete
    const wasOpen = this.#isOpen
    this.#showDialog()
    this.#opening ??= this.#open()
    await this.#opening
    this.#goWhereNeeded(kind)
    await this.updateComplete
    if (!this.options.inline && (!wasOpen || kind)) this.#focusHeading()
  }

  close(): void {
    if (!this.#isOpen || this.options.inline) return
    this.#isOpen = false
    this.renderRoot.querySelector('dialog')?.close()
    this.dispatchEvent(new Event('close'))
  }

  protected override updated(changed: ReadonlyMap<string, unknown>): void {
    if (changed.get('view') && this.session) this.#focusHeading()
  }

  protected override render() {
    const content = html`
      <div class="top ${this.session && viewAbove(this.view) ? 'under' : ''}">
        ${this.#backButton()} ${this.#logo()}
        <h2 id="heading" tabindex="-1">${this.session ? headingOf(this.view, this.session) : this.#plain.loading}</h2>
        ${
          this.options.inline
            ? nothing
            : html`<button type="button" class="icon" aria-label=${this.#plain.close} @click=${this.close}>×</button>`
        }
      </div>
      ${this.session ? this.#view(this.session) : this.#waiting(() => void this.#open())}
      <p class="unseen" role="status">${this.said}</p>
    `
    const lang = this.session?.locale ?? this.#locale
    return this.options.inline
      ? html`<section class="frame" lang=${lang} aria-labelledby="heading">${content}</section>`
      : html`<dialog lang=${lang} aria-labelledby="heading" @cancel=${this.#cancelled}>${content}</dialog>`
  }

  /** Beside the first heading, where the merchant's name is. */
  #logo() {
    const logo = this.session?.config.logoUrl
    return logo && !viewAbove(this.view) ? html`<img src=${logo} alt="" height="32" />` : nothing
  }

  #backButton() {
    const above = viewAbove(this.view)
    if (!this.session || !above) return nothing
    return html`<button
      type="button"
      class="icon"
      aria-label=${this.session.words.back}
      @click=${() => this.#go(above)}
    >
      ‹
    </button>`
  }

  /** While something is on its way, and when it did not come. */
  #waiting(again: () => void) {
    if (!this.failure) return html`<div class="middle quiet" aria-busy="true">${this.#plain.loading}</div>`
    return html`<div class="middle">
      <p role="alert">${this.failure}</p>
      <button type="button" class="btn" @click=${again}>${this.#plain.retry}</button>
    </div>`
  }

  #view(session: Session) {
    const { view } = this
    switch (view.name) {
      case 'kinds':
        return html`<camket-kind-choice
          .session=${session}
          .requestCount=${keptRequests(session.merchant).length}
          .draftKind=${this.#draftKind()}
          @choose=${(event: CustomEvent<Kind>) => this.#go({ name: 'form', kind: event.detail })}
          @follow=${() => this.#go({ name: 'list' })}
        ></camket-kind-choice>`
      case 'form':
        return html`<camket-request-form
          .session=${session}
          .kind=${view.kind}
          @received=${(event: CustomEvent<{ receipt: Receipt; filed: FileTicketInput }>) => this.#received(event.detail)}
        ></camket-request-form>`
      case 'receipt':
        return html`<camket-receipt
          .session=${session}
          .receipt=${view.receipt}
          .filed=${view.filed}
          @follow=${() => this.#followReceipt(view.receipt.code)}
          @another=${() => this.#go({ name: 'kinds' })}
        ></camket-receipt>`
      default:
        return this.#conversationView(view)
    }
  }

  #conversationView(view: ConversationView) {
    return this.conversation
      ? this.conversation.draw(view, {
          onOpen: (request) => this.#go({ name: 'ticket', request }),
          onWithdrawn: () => this.#focusHeading(),
        })
      : this.#waiting(() => void this.#openConversation())
  }

  get #locale(): Locale {
    return this.options.locale ?? 'vi'
  }

  get #plain() {
    return plainWords(this.session?.locale ?? this.#locale)
  }

  async #open(): Promise<void> {
    this.failure = ''
    const opened = await openSession(this.options, (text) => this.#announce(text))
    if ('ok' in opened) {
      this.failure = await this.#failureWords(opened)
      this.#opening = undefined
      return
    }
    // The launcher is the merchant's too, and lives in the root around.
    const around = this.getRootNode()
    const brand = brandSheets(opened.config.colors)
    for (const root of [this.renderRoot, around]) {
      if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...brand]
    }
    this.session = opened
  }

  async #failureWords(failure: Failure): Promise<string> {
    try {
      return problemWords(failure, (await loadStrings(this.#locale)).problem)
    } catch {
      return this.#plain.failed
    }
  }

  /** A request that is on its way comes first, whatever was asked for. */
  #goWhereNeeded(kind: Kind | undefined): void {
    if (!this.session) return
    const sending = requestDrafts(this.session.merchant).read(new Date())?.draft.sending
    const wanted = sending?.body.kind ?? kind
    const isThere = this.view.name === 'form' && this.view.kind === wanted
    const isOffered = this.session.config.kinds.some((offered) => offered.kind === wanted)
    if (wanted && !isThere && (sending || isOffered)) this.view = { name: 'form', kind: wanted }
  }

  #draftKind(): Kind | undefined {
    const { values } = requestDrafts(this.options.merchant).read(new Date())?.draft ?? {}
    const isOffered = this.session?.config.kinds.some(({ kind }) => kind === values?.kind)
    return isOffered && values?.fields.message?.trim() ? values.kind : undefined
  }

  #received({ receipt, filed }: { receipt: Receipt; filed: FileTicketInput }): void {
    this.#go({ name: 'receipt', receipt, filed })
    const detail = { code: receipt.code, kind: filed.kind }
    this.dispatchEvent(new CustomEvent('camket:submitted', { detail, bubbles: true, composed: true }))
  }

  #followReceipt(code: string): void {
    const request = keptRequests(this.options.merchant).find((kept) => kept.code === code)
    this.#go(request ? { name: 'ticket', request } : { name: 'list' })
  }

  #go(view: View): void {
    this.failure = ''
    this.view = view
    if (view.name === 'list' || view.name === 'ticket') void this.#openConversation()
  }

  async #openConversation(): Promise<void> {
    if (this.conversation || !this.session) return
    this.failure = ''
    try {
      // A browser may remember that a module failed to load, so it is asked for under its name only once.
      this.#conversationModule ??= import('../conversation.ts')
      const { openConversation } = await this.#conversationModule
      this.conversation = await openConversation(this.session)
    } catch {
      this.#conversationModule = undefined
      this.failure = this.#plain.failed
    }
  }

  #showDialog(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    this.#isOpen = true
    if (!dialog || dialog.open) return
    // Where it fills the screen there is nothing beside it to use: then the page is made inert.
    if (matchMedia(fillsScreen).matches) dialog.showModal()
    else dialog.show()
  }

  #cancelled(event: Event): void {
    event.preventDefault()
    this.close()
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.options.inline) return
    event.preventDefault()
    this.close()
  }

  #focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus()
  }

  #announce(text: string): void {
    // The same words twice are otherwise not said twice.
    this.said = this.said === text ? `${text}\u00a0` : text
  }
}
