import type { calls } from '../later.ts'
import type * as Panel from '../panel.ts'
import type {
  Attached,
  CamketWidget,
  Filed,
  FileRequest,
  Identity,
  OpenOptions,
  Prefill,
  Tracked,
  WidgetEventName,
  WidgetEvents,
} from '../public-api.ts'
import { launcherWords } from '../strings/launcher-words.ts'
import type { Host, Known } from './host.ts'
import launcherCss from './launcher.css?inline'

/** With `language`, that it is wanted at once, in this one. */
type LoadPanel = (attempt: number, language: string) => Promise<typeof Panel>

let loadPanel: LoadPanel
let onPage: () => void
let origin: string

/**
 * Registers `<camket-widget>`.
 * @param load imports the panel and, if it is said, the words of a language; `attempt` counts from 0.
 * @param found is called when one comes to stand in the page.
 * @param from an address where the API is, for elements that do not say it.
 */
export function defineWidget(load: LoadPanel, found: () => void, from: string): void {
  loadPanel = load
  onPage = found
  origin = from
  customElements.define('camket-widget', WidgetElement)
}

/**
 * Takes requests to a merchant: a launcher, and the panel once it is wanted. Plain DOM, because it is part of the loader,
 * which every visitor pays. Before the first touch it asks the network for nothing and stores nothing.
 *
 * @tagname camket-widget
 * @attr {string} merchant - whose commitment and requests
 * @attr {string} api - origin of the API, if it is not the script's
 * @attr {string} locale - `vi` or `en`; else the language of the page around it, else the merchant's
 * @attr {'launcher' | 'inline'} mode - a button in the corner (if not said), or the panel where the element stands
 * @attr {'auto' | 'none'} launcher - `none`: no button, it is opened by calls and by the page's own buttons
 * @attr {'start' | 'end'} position - the corner at which the launcher stands, in the direction of writing
 * @attr {boolean} open - whether the panel is open; can be set and taken away
 * @attr {string} kinds - the kinds that are offered here, with commas between: `warranty,support`
 * @attr {'support' | 'warranty' | 'complaint' | 'suggestion' | 'callback'} kind - the form that opens first
 * @attr {string} heading - what the panel is headed by
 * @attr {'auto' | 'light' | 'dark'} color-scheme - `auto` follows the reader's settings
 * @attr {'lazy' | 'idle' | 'eager'} loading - when the panel is loaded: at the first touch (if not said), a little after the page, or at once
 * @attr {string} nonce - for scripts that it has to add; what it loads itself is let in with the script that loaded it
 * @attr {'required' | 'given'} consent - `required`: nothing is kept on the device before the customer allows it
 *
 * @fires camket:ready - it stands in the page and can be called
 * @fires camket:open-request - somebody wants it open; cancelable
 * @fires camket:open - the panel is open
 * @fires camket:close - the panel is closed
 * @fires camket:view - another view is shown
 * @fires camket:validation-error - the form was sent with mistakes
 * @fires camket:upload-progress - a part of a file has left
 * @fires camket:upload-error - a file was not taken
 * @fires camket:submit - a request is about to be sent; cancelable
 * @fires camket:submitted - a request was received
 * @fires camket:unread - the number of requests with an unseen answer has changed
 * @fires camket:status-change - a request of this device stands otherwise than before
 * @fires camket:rated - a request was rated
 * @fires camket:token-expired - the token of `identify` is no longer taken
 * @fires camket:error - something failed that trying again did not mend
 *
 * @slot launcher-icon - before the launcher's words
 * @slot logo - instead of the merchant's logo in the panel
 * @slot form-footer - below the fields of every form
 *
 * @csspart launcher - the button
 * @csspart badge - the number of unseen answers on it
 * @csspart panel - the dialog, or the section where it stands in the page
 * @csspart header - the top of the panel
 * @csspart heading - the words in it
 * @csspart close - the button that closes it
 * @csspart send - the button that sends a request
 *
 * @cssprop [--camket-accent] - colour of launcher and main buttons, instead of the merchant's
 * @cssprop [--camket-on-accent] - colour of words on it
 * @cssprop [--camket-z-index=999999999] - of the launcher; the panel lies above everything
 * @cssprop [--camket-inset=16px] - between the launcher and the edges of the window
 * @cssprop [--camket-inline-size=25.6em] - width of the panel
 * @cssprop [--camket-radius=16px] - of the panel's corners
 *
 * @cssState open - the panel is open
 * @cssState submitting - a request is on its way
 * @cssState offline - there is no network
 * @cssState has-unread - an answer was not seen
 */
export class WidgetElement extends HTMLElement implements CamketWidget, Host {
  static readonly observedAttributes = ['open', 'inert', 'aria-hidden', 'merchant', 'locale']
  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #internals = this.attachInternals()
  readonly #box = make('div')
  readonly #failure = make('p', { role: 'status' })
  readonly #launcher = make('button', { part: 'launcher', ariaHasPopup: 'dialog', ariaExpanded: 'false' })
  readonly #label = new Text()
  readonly #known: Known = { prefill: {}, attributes: {} }
  #panel: Panel.PanelElement | undefined
  #loading: Promise<Panel.PanelElement | undefined> | undefined
  #attempts = 0
  #inView: IntersectionObserver | undefined

  constructor() {
    super()
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(launcherCss)
    this.#root.adoptedStyleSheets = [sheet]
    this.#launcher.append(make('slot', { name: 'launcher-icon' }), this.#label)
    this.#launcher.onclick = () => this.toggle('launcher')
    this.#box.append(this.#failure, this.#launcher)
    this.#root.append(this.#box)
  }

  /** Opens the panel, at the form of a kind if one is given. Resolves when it is drawn, or could not be loaded. */
  async open(options?: OpenOptions): Promise<void> {
    await this.show('call', options)
  }

  /** Closes the panel; what was written is kept. */
  close(): void {
    this.#panel?.close()
  }

  /** Closes the panel if it is open, and opens it if not. */
  async toggle(by: WidgetEvents['open-request']['by'] = 'call'): Promise<void> {
    if (this.#panel?.isOpen) this.close()
    else await this.show(by)
  }

  /** Says who the customer is, by a token that the merchant's server signs; their requests are shown on any device. */
  identify(identity: Identity): void {
    this.#tell({ identity })
  }

  /** Forgets who the customer is, and what the page has told of them. */
  logout(): void {
    this.#tell({ identity: undefined, prefill: {}, attributes: {} })
  }

  /** What the page knows already, so that the customer is not asked for it. Takes the place of what was told before. */
  prefill(prefill: Prefill): void {
    this.#tell({ prefill })
  }

  /** The merchant's own attributes, sent as `fields` with each request. Takes the place of those before. */
  set(attributes: Readonly<Record<string, string>>): void {
    this.#tell({ attributes })
  }

  /** Files a request without the form, once however often it has to be sent. Rejects with an `Error` that has a `code`. */
  submit(request: FileRequest): Promise<Filed> {
    return this.#call('submit', request)
  }

  /** Shows a request by its code and secret key, and keeps it in this device's list. */
  track(code: string, key: string): Promise<Tracked> {
    return this.#call('track', code, key)
  }

  /** Uploads a file; it goes with the request that is being written, or with `submit` by its id. */
  attach(file: File): Promise<Attached> {
    return this.#call('attach', file)
  }

  /** Listens to `camket:…`; what it gives back ends that. */
  on<Name extends WidgetEventName>(event: Name, listener: (detail: WidgetEvents[Name]) => void): () => void {
    const hear = (heard: Event) => listener((heard as CustomEvent<WidgetEvents[Name]>).detail)
    this.addEventListener(`camket:${event}`, hear)
    return () => this.removeEventListener(`camket:${event}`, hear)
  }

  /** Takes the element off the page and forgets what it was told. */
  destroy(): void {
    this.logout()
    this.remove()
    this.#drop()
  }

  /** Resolves, and calls, when the element can be called: as soon as it stands in the page. */
  async ready(then?: () => void): Promise<void> {
    then?.()
  }

  /** @internal As `open`, and says who wants it; false when the panel could not be loaded. */
  async show(by: WidgetEvents['open-request']['by'], options: OpenOptions = {}): Promise<boolean> {
    this.#inView?.disconnect()
    if (!this.emit('open-request', { by, ...options }, true)) return true
    const panel = await this.#readyPanel(this.#language)
    await panel?.show(options)
    return Boolean(panel)
  }

  /** @internal */
  emit<Name extends WidgetEventName>(name: Name, detail: WidgetEvents[Name], cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(`camket:${name}`, { detail, bubbles: true, composed: true, cancelable }),
    )
  }

  connectedCallback(): void {
    if (!this.#box.lang) this.emit('ready', null)
    const { lang, launcher } = this.#words
    this.#box.lang = lang
    this.#label.data = launcher
    onPage()
    if (this.hasAttribute('open')) void this.show('attribute')
    else if (!this.#panel) this.#loadBeforeTouched()
  }

  attributeChangedCallback(name: string, _before: string | null, now: string | null): void {
    if (name === 'open') {
      const isShut = !this.#panel?.isOpen
      if (this.isConnected && isShut === (now !== null)) void this.toggle('attribute')
    } else if (/^[ia][nr]/.test(name)) {
      // A page that shuts off all but its own dialog means its own content.
      if (now !== null && !this.#isInline) this.removeAttribute(name)
    } else if (this.isConnected) {
      this.#drop()
      this.connectedCallback()
    }
  }

  get #isInline(): boolean {
    return this.getAttribute('mode') === 'inline'
  }

  /** By attribute, else the page's. */
  get #language() {
    const tag = this.getAttribute('locale') ?? this.closest<HTMLElement>('[lang]')?.lang ?? ''
    return tag.slice(0, 2)
  }

  get #words() {
    return launcherWords(this.#language)
  }

  /** Where it stands in the page, when it comes into view; else where somebody waits for an answer, or if it is wanted. */
  #loadBeforeTouched(): void {
    if (this.#isInline) {
      this.#inView ??= new IntersectionObserver((seen) => {
        if (seen.at(-1)?.isIntersecting) void this.show('view')
      })
      this.#inView.observe(this)
    }
    const loading = this.getAttribute('loading')
    const load = (): unknown => (navigator.onLine ? this.#readyPanel() : setTimeout(load, 2_000))
    try {
      // Only those who have sent a request from this device wait for what becomes of it.
      if (loading === 'eager') load()
      else if (loading === 'idle' || `camket:${this.getAttribute('merchant')}:requests` in localStorage)
        setTimeout(load, 2_000)
    } catch {
      // Nothing may be kept here.
    }
  }

  #tell(known: Partial<Known>): void {
    Object.assign(this.#known, known)
    this.#panel?.learn()
  }

  async #call(name: keyof typeof calls, ...values: unknown[]): Promise<never> {
    const panel = await this.#readyPanel()
    if (!panel) throw new Error(this.#words.failed)
    return ((await panel.later()).calls[name] as (...given: unknown[]) => never)(panel, ...values)
  }

  /** With `language`, it is wanted at once: what it will ask for is on its way at the same time. */
  #readyPanel(language = ''): Promise<Panel.PanelElement | undefined> {
    this.#loading ??= this.#load(language)
    return this.#loading
  }

  async #load(language: string): Promise<Panel.PanelElement | undefined> {
    this.#launcher.ariaBusy = 'true'
    this.#failure.textContent = ''
    const path = `/api/v1/merchants/${this.getAttribute('merchant')}/widget?locale=${language}`
    const answer = language
      ? fetch(new URL(path, this.getAttribute('api') ?? origin)).catch(Response.error)
      : undefined
    // Whoever first uses Intl in a page waits until the browser has read its tables: now, while nothing can be drawn.
    setTimeout(Intl.Collator)
    try {
      const { createPanel } = await loadPanel(this.#attempts++, language)
      this.#panel = createPanel(this, this.#known, this.#internals, this.#words, answer)
      this.#root.append(this.#panel)
    } catch {
      this.#drop()
      this.#failure.textContent = this.#words.failed
      this.emit('error', { code: 'unreachable', during: 'load' })
    }
    this.#launcher.ariaBusy = null
    return this.#panel
  }

  #drop(): void {
    this.#panel?.remove()
    this.#panel = this.#loading = undefined
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: object = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties)
}
