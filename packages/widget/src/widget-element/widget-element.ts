import type { Kind, Locale } from '@camket/core/vocabulary'
import type * as Panel from '../panel.ts'
import { launcherWords } from '../strings/launcher-words.ts'
import launcherCss from './launcher.css?inline'

export type OpenOptions = { readonly kind?: Kind }

/**
 * `<camket-widget>`: a launcher, and the panel once it is wanted. Plain DOM, because it is part of the loader, which
 * every visitor pays. Before the first touch it asks the network for nothing and stores nothing; `mode="inline"` loads
 * the panel when it comes into view.
 */
export class WidgetElement extends HTMLElement {
  /** Origin of the API where no `api` attribute says otherwise. */
  static apiBase = ''
  /** Given by whoever registers the element; `attempt` counts from 0. */
  static loadPanel: (attempt: number) => Promise<typeof Panel>

  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #corner = document.createElement('div')
  readonly #launcher = document.createElement('button')
  readonly #failure = document.createElement('p')
  #panel: Panel.PanelElement | undefined
  #loading: Promise<Panel.PanelElement | undefined> | undefined
  #attempts = 0
  #inView: IntersectionObserver | undefined

  constructor() {
    super()
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(launcherCss)
    this.#root.adoptedStyleSheets = [sheet]
    this.#launcher.type = 'button'
    this.#launcher.addEventListener('click', () => void this.toggle())
    this.#failure.setAttribute('role', 'status')
    this.#corner.append(this.#failure, this.#launcher)
    this.#root.append(this.#corner)
    // What is typed here is no shortcut of the page.
    for (const type of ['keydown', 'keyup', 'keypress']) {
      this.addEventListener(type, (event) => event.stopPropagation())
    }
  }

  get isInline(): boolean {
    return this.getAttribute('mode') === 'inline'
  }

  connectedCallback(): void {
    const locale = this.#wantedLocale() ?? 'vi'
    this.lang ||= locale
    this.#launcher.textContent = launcherWords(locale)?.launcher ?? ''
    this.#corner.className = this.isInline ? 'inline' : 'corner'
    if (!this.isInline) {
      this.#launcher.setAttribute('aria-haspopup', 'dialog')
      this.#launcher.setAttribute('aria-expanded', String(this.#panel?.isOpen ?? false))
    } else if (this.#panel === undefined) {
      this.#inView = new IntersectionObserver((seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) void this.open()
      })
      this.#inView.observe(this)
    }
  }

  disconnectedCallback(): void {
    this.#inView?.disconnect()
  }

  /** Opens the panel, at the form of a kind if one is given. Resolves when it is drawn, or could not be loaded. */
  async open(options: OpenOptions = {}): Promise<void> {
    this.#inView?.disconnect()
    const panel = await this.#readyPanel()
    await panel?.show(options)
    if (panel && !this.isInline) this.#launcher.setAttribute('aria-expanded', 'true')
  }

  close(): void {
    this.#panel?.close()
  }

  async toggle(): Promise<void> {
    if (this.#panel?.isOpen) this.close()
    else await this.open()
  }

  #readyPanel(): Promise<Panel.PanelElement | undefined> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  async #load(): Promise<Panel.PanelElement | undefined> {
    this.#launcher.setAttribute('aria-busy', 'true')
    this.#failure.textContent = ''
    try {
      const { createPanel } = await WidgetElement.loadPanel(this.#attempts++)
      const locale = this.#wantedLocale()
      this.#panel = createPanel({
        api: { base: this.getAttribute('api') ?? WidgetElement.apiBase },
        merchant: this.getAttribute('merchant') ?? '',
        inline: this.isInline,
        ...(locale && { locale }),
      })
      this.#panel.addEventListener('close', () => {
        this.#launcher.setAttribute('aria-expanded', 'false')
        this.#launcher.focus()
      })
      this.#root.append(this.#panel)
      this.#corner.hidden = this.isInline
      return this.#panel
    } catch {
      this.#loading = undefined
      this.#failure.textContent = launcherWords(this.#wantedLocale() ?? 'vi')?.failed ?? ''
      return undefined
    } finally {
      this.#launcher.removeAttribute('aria-busy')
    }
  }

  /** By attribute, else the page's language; undefined leaves it to the merchant. */
  #wantedLocale(): Locale | undefined {
    const wanted = this.getAttribute('locale') ?? this.closest('[lang]')?.getAttribute('lang') ?? ''
    const [language] = wanted.toLowerCase().split('-')
    return language === 'vi' || language === 'en' ? language : undefined
  }
}
