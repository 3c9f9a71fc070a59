import type { Failure } from '@camket/contracts/client'
import { html, nothing } from '@camket/contracts/template'
import type { Kind } from '@camket/core/vocabulary'
import { PanelPart } from '../element/panel-part.ts'
import { choiceSheet, kindChoice } from '../kind-choice/kind-choice.ts'
import type { OpenOptions } from '../public-api.ts'
import { type Copied, receiptSheet, receiptView } from '../receipt/receipt.ts'
import { requestDrafts } from '../request-form/request-drafts.ts'
import type { Received, RequestForm } from '../request-form/request-form.ts'
import { awaitNothing, type KeptRequest, keptRequests, openableRequests } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { guardStorage, readStored, storeKept } from '../session/store.ts'
import { loadStrings } from '../strings/load-strings.ts'
import type { LauncherWords } from '../strings/words.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { brandSheets, tokenSheets } from '../style/tokens.ts'
import type { Host, Known } from '../widget-element/host.ts'
import aroundCss from './around.css?inline'
import { type Facts, factsOf } from './facts-of.ts'
import { setFlag } from './flags.ts'
import { keepToItself } from './keep-to-itself.ts'
import { openSession } from './open-session.ts'
import css from './panel-element.css?inline'
import { fitScreen, hideFromTop, showAlone, showOnTop } from './top-layer.ts'
import { type ConversationView, headingOf, publicView, requestView, type View, viewAbove } from './view.ts'

const around = sheet(aroundCss)
const panelSheet = sheet(css)
const check_millis = 5 * 60_000

/** The panel that a launcher opens, or that stands in the page. */
export class PanelElement extends PanelPart {
  static override styles = [base, fields, panelSheet, choiceSheet, receiptSheet]
  static override properties = ['session', 'failure', 'view', 'said', 'canConverse', 'mineCount', 'copied']
  /** Set before it is connected. */
  declare host: Host
  declare known: Known
  declare internals: ElementInternals
  /** For as long as there are no others. */
  declare words: LauncherWords
  /** What the loader asked for while the panel came: how the merchant's offer is answered. Good for one use. */
  declare answer: Promise<Response> | undefined
  /** Stands in for the browser's own, in tests. */
  declare fetch: Session['api']['fetch']
  declare private session: Session | undefined
  /** In words, why there is nothing to see yet, and what the button says that tries again. */
  declare private failure: readonly [said: string, retry: string] | undefined
  declare private view: View
  /** The elements that show requests are loaded. */
  declare private canConverse: boolean | undefined
  /** How many requests the customer of the page's token has. */
  declare private mineCount: number
  /** Of the receipt's private link. */
  declare private copied: Copied | undefined
  /** What screen readers are told. */
  declare private said: string
  #opening: Promise<void> | undefined
  #isOpen = false
  #asked: Known['identity']
  #checkedAt = 0
  #unread = 0
  /** It is on its way to where it was wanted: what is drawn between is no news. */
  #isShowing = false
  #told: View | undefined
  /** To where, since it was last shown. */
  #wanted: readonly [kind?: OpenOptions['kind'], view?: OpenOptions['view']] = []
  /** Where focus was when it was opened. */
  #focused: Element | null = null
  /** Ends what it listens to while it stands in the page. */
  #listening = new AbortController()

  constructor() {
    super()
    this.said = ''
    this.mineCount = 0
    this.view = { name: 'kinds' }
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#dress()
    guardStorage(this.#facts.merchant, () => this.host.getAttribute('consent') !== 'required')
    this.#listening = new AbortController()
    const { signal } = this.#listening
    keepToItself(this.host, () => this.close(), signal)
    const online = () => {
      setFlag(this.internals, 'offline', !navigator.onLine)
      void this.#goOn()
    }
    for (const type of ['online', 'offline']) addEventListener(type, online, { signal })
    online()
    document.addEventListener('visibilitychange', () => this.#check(), { signal })
    void this.#check()
    const fit = () => {
      if (this.#dialog) fitScreen(this.#dialog)
    }
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, fit, { signal })
    // A page that moves the element takes the dialog from the top.
    if (this.#isOpen) void this.updateComplete.then(() => this.#showDialog())
  }

  override disconnectedCallback(): void {
    this.#listening.abort()
    if (this.#dialog) hideFromTop(this.#dialog)
  }

  /** Shows the panel, at the form of a kind if one is given. Resolves when it is drawn. */
  async show({ kind, view, prefill }: OpenOptions = {}): Promise<void> {
    await nextTask()
    const wasOpen = this.#isOpen
    this.#isShowing = true
    this.known.prefill = { ...this.known.prefill, ...prefill }
    this.#wanted = [kind || (wasOpen ? undefined : this.#facts.kind), view]
    this.#setOpen(true)
    await this.#ready()
    this.#goWhereNeeded()
    this.learn()
    await nextTask()
    this.#isShowing = false
    this.#tellView()
    if (!this.#facts.isInline && (!wasOpen || kind || view)) this.#focusHeading()
  }

  /** False when there was nothing to close. */
  close(): boolean {
    if (!this.#isOpen || this.#facts.isInline) return false
    this.#setOpen(false)
    return true
  }

  /** The page has told something new. */
  learn(): void {
    this.form?.fillIn()
    if (this.known.identity && this.#asked !== this.known.identity) void this.#learnMine()
  }

  get form(): RequestForm | null {
    return this.renderRoot.querySelector('camket-request-form')
  }

  /** What the page's own calls need. Rejects when it cannot be had. */
  async opened(): Promise<Session> {
    await this.#ready()
    if (this.session) return this.session
    throw Object.assign(new Error(this.failure?.[0]), { code: 'unreachable' })
  }

  /** What is loaded only when it is needed. */
  later(): Promise<typeof import('../later.ts')> {
    return import('../later.ts')
  }

  go(view: View): void {
    this.failure = undefined
    this.#checkAgain()
    this.view = view
    if (view.name === 'requests' || view.name === 'request') void this.#openConversation()
  }

  protected override updated(): void {
    if (this.#isOpen && !this.#isShowing && this.#tellView()) this.#focusHeading()
  }

  protected override render() {
    const { session, view } = this
    const { isInline } = this.#facts
    const above = session && viewAbove(view)
    const logo = session?.config.logoUrl
    const content = html`
      <div class="top ${above ? 'under' : ''}" part="header">
        ${
          above
            ? html`<button class="icon" aria-label=${session.words.back} @click=${() => this.go(above)}>‹</button>`
            : html`<slot name="logo">${logo ? html`<img src=${logo} alt="" height="32" />` : nothing}</slot>`
        }
        <h2 id="heading" tabindex="-1" part="heading">${session ? headingOf(view, session) : this.words.launcher}</h2>
        ${
          isInline
            ? nothing
            : html`<button class="icon" part="close" aria-label=${session?.words.close ?? nothing} @click=${this.close}>×</button>`
        }
      </div>
      ${session ? this.#view(session) : this.#waiting(() => this.#ready())}
      <p class="unseen" role="status">${this.said}</p>
    `
    const lang = session?.locale ?? this.words.lang
    return isInline
      ? html`<section class="frame" part="panel" lang=${lang} aria-labelledby="heading">${content}</section>`
      : html`<dialog
          class=${this.host.getAttribute('position')}
          part="panel"
          lang=${lang} aria-labelledby="heading" @cancel=${this.#cancelled}>
          ${content}
        </dialog>`
  }

  /** While something is on its way, and when it did not come. */
  #waiting(again: () => unknown) {
    if (!this.failure) return html`<div class="middle quiet" aria-busy="true">…</div>`
    const [said, retry] = this.failure
    return html`<div class="middle">
      <p role="alert">${said}</p>
      <button class="btn" @click=${again}>${retry}</button>
    </div>`
  }

  #view(session: Session) {
    const { view } = this
    switch (view.name) {
      case 'kinds':
        return kindChoice(session, {
          requestCount: Math.max(openableRequests(session.merchant).length, this.mineCount),
          draftKind: this.#draftKind(session),
          onChoose: (kind) => this.go({ name: 'form', kind }),
          onFollow: () => this.go({ name: 'requests' }),
        })
      case 'form':
        return html`<camket-request-form
          exportparts="send"
          .session=${session}
          .kind=${view.kind}
          @received=${(event: CustomEvent<Received>) => this.#received(event.detail)}
          ><slot name="form-footer" slot="form-footer"></slot
        ></camket-request-form>`
      case 'receipt':
        return receiptView(session, view, {
          copied: this.copied,
          onCopied: (copied) => {
            this.copied = copied
          },
          onFollow: () => this.#followReceipt(view.code),
          onAnother: () => this.go({ name: 'kinds' }),
        })
      default:
        return this.canConverse
          ? this.#conversation(session, view)
          : this.#waiting(() => this.#openConversation())
    }
  }

  /** The list of this device's requests, or one of them. */
  #conversation(session: Session, view: ConversationView) {
    return view.name === 'requests'
      ? html`<camket-request-list
          .session=${session}
          @open=${({ detail }: CustomEvent<KeptRequest>) => this.go(requestView(detail))}
        ></camket-request-list>`
      : html`<camket-ticket-view
          .session=${session}
          .request=${view.request}
          @done=${this.#focusHeading}
        ></camket-ticket-view>`
  }

  /** What the merchant vouches for need not be asked for. */
  async #learnMine(): Promise<void> {
    if (!this.session) return
    this.#asked = this.known.identity
    this.mineCount = (await (await this.later()).learnMine(this.session)).length
    this.form?.fillIn()
  }

  /** Whether an answer has come: where somebody waits for one, when the page is looked at, every few minutes at most. */
  async #check(): Promise<void> {
    const { merchant, api } = this.#facts
    const isSoon = Date.now() - this.#checkedAt < check_millis
    if (document.hidden || isSoon || keptRequests(merchant).every(({ status }) => status === 'closed')) return
    this.#checkedAt = Date.now()
    try {
      const { known, host, internals } = this
      this.#unread = await (await this.later()).showUnread({ api, merchant, known, host, internals })
    } catch {
      // It is asked again later.
    }
  }

  /** Something may have been seen meanwhile. */
  #checkAgain(): void {
    if (this.#unread === 0) return
    this.#checkedAt = 0
    void this.#check()
  }

  /** Whether there was something to tell of. */
  #tellView(): boolean {
    const before = this.#told
    if (!this.session || before === this.view) return false
    this.#told = this.view
    this.host.emit('view', publicView(this.view))
    return before !== undefined
  }

  get #facts(): Facts {
    return factsOf(this.host, this.fetch)
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog')
  }

  get #launcher() {
    return (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('[part=launcher]')
  }

  #ready(): Promise<void> {
    this.#opening ??= this.#openSession()
    return this.#opening
  }

  async #openSession(): Promise<void> {
    this.failure = undefined
    const { answer } = this
    this.answer = undefined
    const opened = await openSession(this.#facts, answer, {
      announce: (text) => this.#announce(text),
      emit: (...told) => this.host.emit(...told),
      flag: (...flag) => setFlag(this.internals, ...flag),
      known: this.known,
      sdk: this.later,
      allowStorage: () => {
        this.host.setAttribute('consent', 'given')
        storeKept(this.#facts.merchant)
      },
    })
    if ('ok' in opened) {
      this.failure = await this.#failureWords(opened)
      this.host.emit('error', { code: opened.problem.code, during: 'open' })
      this.#opening = undefined
      return
    }
    this.session = opened
    // Now, so that what nobody waits for is not drawn before it.
    this.#goWhereNeeded()
    if (!this.host.hasAttribute('position')) this.host.setAttribute('position', opened.config.position)
    this.#dress()
  }

  /** The launcher is the merchant's too, and lives in the root around. */
  #dress(): void {
    const scheme = this.host.getAttribute('color-scheme') ?? this.session?.config.colorScheme ?? null
    const brand = this.session ? brandSheets(this.session.config.colors, scheme) : []
    this.renderRoot.adoptedStyleSheets = [...PanelElement.styles, ...tokenSheets(scheme), ...brand]
    const root = this.getRootNode() as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), around, ...brand]
  }

  async #failureWords(failure: Failure): Promise<readonly [string, string]> {
    try {
      const { problem, retry } = await loadStrings(this.#facts.locale ?? 'vi')
      return [problemWords(failure, problem), retry]
    } catch {
      return ['', this.words.failed]
    }
  }

  /** A request that is on its way comes first, whatever was asked for. */
  #goWhereNeeded(): void {
    if (!this.session) return
    const [kind, view] = this.#wanted
    this.#wanted = []
    const sending = draftOf(this.session)?.sending
    if (!sending && (kind === 'requests' || view)) {
      this.go({ name: view ?? kind } as View)
      return
    }
    const wanted = sending?.body.kind ?? kind
    const isThere = this.view.name === 'form' && this.view.kind === wanted
    if (!isThere && (sending || isOffered(this.session, wanted))) {
      this.go({ name: 'form', kind: wanted as Kind })
    }
  }

  #draftKind(session: Session): Kind | undefined {
    const { kind, fields } = draftOf(session)?.values ?? {}
    return isOffered(session, kind) && fields?.message?.trim() ? kind : undefined
  }

  #received({ receipt, filed, isNews }: Received): void {
    const { code, deadlines } = receipt
    const { kind } = filed
    this.copied = undefined
    this.go({ name: 'receipt', kind, code, receipt, filed })
    if (isNews) this.host.emit('submitted', { code, kind, deadlines })
  }

  #followReceipt(code: string): void {
    const request = keptRequests(this.#facts.merchant).find((kept) => kept.code === code)
    this.go(request ? requestView(request) : { name: 'requests' })
  }

  async #openConversation(): Promise<void> {
    if (this.canConverse || !this.session) return
    this.failure = undefined
    try {
      ;(await this.later()).defineConversation()
      this.canConverse = true
    } catch {
      const { problem, retry } = this.session.words
      this.failure = [problem.unreachable, retry]
    }
  }

  #setOpen(isOpen: boolean): void {
    const isNews = this.#isOpen !== isOpen
    this.#isOpen = isOpen
    if (isOpen) this.#showDialog()
    if (!isNews) return
    setFlag(this.internals, 'open', isOpen)
    if (!this.#facts.isInline) {
      this.#launcher?.setAttribute('aria-expanded', String(isOpen))
      this.host.toggleAttribute('open', isOpen)
    }
    if (!isOpen) this.#checkAgain()
    if (!isOpen && this.#dialog) {
      hideFromTop(this.#dialog)
      const back = this.#focused?.isConnected ? this.#focused : this.#launcher
      if (back instanceof HTMLElement) back.focus()
    }
    this.host.emit(isOpen ? 'open' : 'close', null)
  }

  #showDialog(): void {
    const dialog = this.#dialog
    // Off the page nothing can be shown; put back, it is (`connectedCallback`).
    if (!dialog?.isConnected || dialog.open || dialog.popover) return
    const { activeElement, body } = document
    this.#focused = [this.host, body].includes(activeElement as HTMLElement) ? this.#launcher : activeElement
    showOnTop(dialog)
  }

  #cancelled(event: Event): void {
    event.preventDefault()
    this.close()
  }

  #focusHeading(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading')
    heading?.focus()
    // Something of the page keeps focus to itself.
    if (this.renderRoot.activeElement !== heading && this.#dialog?.popover) {
      showAlone(this.#dialog)
      heading?.focus()
    }
  }

  /** What was on its way when another page went away goes on here, opened or not. */
  readonly #goOn = async (): Promise<void> => {
    const { merchant } = this.#facts
    const isSubmitted = readStored(merchant, 'submits')
    if (!navigator.onLine || !this.isConnected) return
    if (!draftOf({ merchant })?.sending && !isSubmitted) return awaitNothing(merchant)
    await this.#ready()
    if (!this.session) return void setTimeout(this.#goOn, check_millis)
    if (!this.#isOpen) this.#goWhereNeeded()
    if (isSubmitted) (await this.later()).goOn(this.session)
  }

  #announce(text: string): void {
    // The same words twice are otherwise not said twice.
    this.said = this.said === text ? `${text}\u00a0` : text
  }
}

/** By then all that has changed is drawn; the page was not held up for longer than a part of it takes. */
const nextTask = () => new Promise((done) => setTimeout(done))

const draftOf = ({ merchant }: Pick<Session, 'merchant'>) => requestDrafts(merchant).read(new Date())?.draft

const isOffered = ({ config }: Session, wanted: string | undefined) =>
  config.kinds.some(({ kind }) => kind === wanted)
