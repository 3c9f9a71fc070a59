import type { InboxQuery } from '@camket/contracts'
import { type Api, type Failure, getMe, setActiveMerchant, signOut } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { filtersOf, searchOf } from '../inbox/filters.ts'
import type { InboxList } from '../inbox/inbox-list.ts'
import { LightElement } from '../parts/light-element.ts'
import { Shortcuts } from '../parts/shortcuts.ts'
import { en } from '../strings/en.ts'
import { vi } from '../strings/vi.ts'
import { problemWords } from '../words/problem-words.ts'
import { adoptColors } from './accent-sheet.ts'
import { LatePages, latePages } from './late-pages.ts'
import { navigation } from './navigation.ts'
import { type Route, routeOf } from './route.ts'
import { shortcutList } from './shortcut-list.ts'

const localeKey = 'camket-desk-locale'

/** The whole desk: who is signed in, which address shows what, and the keys that work everywhere. */
export class DeskApp extends LightElement {
  static override properties = {
    route: { state: true },
    search: { state: true },
    context: { state: true },
    failure: { state: true },
    signedOut: { state: true },
    locale: { state: true },
    told: { state: true },
    showsKeys: { state: true },
    offline: { state: true },
  }
  declare route: Route
  declare search: string
  declare context: DeskContext | undefined
  declare failure: Failure | undefined
  declare signedOut: boolean
  declare locale: Locale
  declare told: string
  declare showsKeys: boolean
  declare offline: boolean
  readonly #late = new LatePages(this)
  readonly #api: Api = { base: location.origin }

  constructor() {
    super()
    this.signedOut = this.showsKeys = false
    this.offline = !navigator.onLine
    this.told = ''
    this.locale = localStorage.getItem(localeKey) === 'en' ? 'en' : 'vi'
    this.#readAddress()
    this.addEventListener('click', this.#followLink)
    this.addEventListener('go', (event) => this.#go((event as CustomEvent<string>).detail))
    this.addEventListener('tell', (event) => this.#tell((event as CustomEvent<string>).detail))
    this.addEventListener('signed-in', () => this.#signedIn())
    this.addEventListener('signed-out', () => {
      this.signedOut = true
    })
    this.addEventListener('inbox-stale', () => this.#list?.refresh())
    new Shortcuts(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      c: () => this.context && this.#go('/desk/new'),
      o: () => this.context && this.#go('/desk/remedies'),
      '?': () => {
        this.showsKeys = true
      },
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.#readAddress)
    window.addEventListener('online', this.#onLine)
    window.addEventListener('offline', this.#onLine)
    if (this.route.name !== 'sign-in') void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('popstate', this.#readAddress)
    window.removeEventListener('online', this.#onLine)
    window.removeEventListener('offline', this.#onLine)
  }

  get #list(): InboxList | null {
    return this.querySelector<InboxList>('camket-inbox-list')
  }

  async #load(): Promise<void> {
    const result = await getMe(this.#api, localStorage.getItem(localeKey) ? { locale: this.locale } : {})
    if (!result.ok) {
      if (result.problem.code === 'sign_in_needed') this.signedOut = true
      else this.failure = result
      return
    }
    const me = result.value
    if (!localStorage.getItem(localeKey)) this.locale = me.merchant.locale
    adoptColors(me.merchant.colors)
    this.failure = undefined
    this.signedOut = false
    this.context = { api: this.#api, me, locale: this.locale, words: this.#words }
  }

  get #words() {
    return this.locale === 'en' ? en : vi
  }

  protected override updated(): void {
    document.documentElement.lang = this.locale
    const merchant = this.context ? ` · ${this.context.me.merchant.name}` : ''
    document.title = this.route.name === 'ticket' ? `${this.route.code}${merchant}` : `Camket${merchant}`
  }

  protected override render() {
    const words = this.#words
    if (this.route.name === 'sign-in' || this.signedOut) {
      const token = this.route.name === 'sign-in' ? this.route.token : undefined
      const note = this.context && this.signedOut ? words.problem.sign_in_needed : undefined
      return html`<camket-sign-in
        .api=${this.#api}
        .words=${words}
        .locale=${this.locale}
        .token=${token}
        .note=${note}
      ></camket-sign-in>`
    }
    if (this.failure) {
      return html`<main class="sign-in" role="alert">
        <p class="failure">${problemWords(this.failure, words.problem)}</p>
        <p><wa-button appearance="outlined" @click=${() => this.#load()}>${words.problem.retry}</wa-button></p>
      </main>`
    }
    if (!this.context) return html`<main class="sign-in"><p role="status">${words.inbox.loading}</p></main>`
    return this.#desk(this.context)
  }

  #desk(context: DeskContext) {
    const { words } = context
    const { route } = this
    const filters = filtersOf(this.search)
    const detail = route.name !== 'inbox'
    const isWhole = route.name in latePages
    return html`
      <a class="skip" href="#content">${words.nav.skip}</a>
      ${this.offline ? html`<p class="offline" role="status">${words.problem.offline}</p>` : nothing}
      <div class="desk ${detail ? 'shows-detail' : ''} ${isWhole ? 'whole' : ''}">
        ${navigation(context, filters, route.name, {
          signOut: this.#signOut,
          setLocale: this.#setLocale,
          setMerchant: this.#setMerchant,
          showKeys: () => {
            this.showsKeys = true
          },
        })}
        ${isWhole ? nothing : this.#listColumn(context, filters, detail)}
        <div
          class="detail"
          id=${detail ? 'content' : 'detail'}
          role=${detail ? 'main' : 'complementary'}
          aria-label=${words.nav.detail}
          tabindex="-1"
        >
          ${this.#detail(context, searchOf(filters))}
        </div>
      </div>
      <div class="visually-hidden" role="status">${this.told}</div>
      ${shortcutList(words, this.showsKeys, () => {
        this.showsKeys = false
      })}
    `
  }

  #listColumn(context: DeskContext, filters: InboxQuery, detail: boolean) {
    return html`<div class="list" id=${detail ? 'list' : 'content'} role=${detail ? 'region' : 'main'} aria-label=${context.words.nav.inbox}>
      <camket-inbox-list
        .context=${context}
        .filters=${filters}
        .isPage=${!detail}
        .selected=${this.route.name === 'ticket' ? this.route.code : undefined}
      ></camket-inbox-list>
    </div>`
  }

  #detail(context: DeskContext, search: string) {
    const { words } = context
    switch (this.route.name) {
      case 'ticket':
        return html`<camket-ticket .context=${context} .code=${this.route.code} .backTo=${`/desk/${search}`}></camket-ticket>`
      case 'new-ticket':
        return html`<camket-new-ticket .context=${context}></camket-new-ticket>`
      case 'commitment':
        return this.#late.draw(
          this.route.name,
          words,
          () => html`<camket-commitment .context=${context}></camket-commitment>`,
        )
      case 'embed':
        return this.#late.draw(
          this.route.name,
          words,
          () => html`<camket-embed .context=${context}></camket-embed>`,
        )
      case 'help':
        return this.#late.draw(
          this.route.name,
          words,
          () => html`<camket-help .context=${context}></camket-help>`,
        )
      case 'remedies':
        return this.#late.draw(
          this.route.name,
          words,
          () => html`<camket-remedies .context=${context} .search=${this.search}></camket-remedies>`,
        )
      case 'not-found':
        return html`<p class="pad">${words.problem.notFound} <a href="/desk/">${words.nav.inbox}</a></p>`
      default:
        return html`<p class="pad quiet choose">${words.inbox.choose}</p>`
    }
  }

  readonly #readAddress = () => {
    this.route = routeOf(location)
    // A filter of the list stays while a request is read, because links carry it along.
    this.search = location.search
  }

  readonly #onLine = () => {
    this.offline = !navigator.onLine
  }

  #go(to: string): void {
    history.pushState(null, '', to)
    this.#readAddress()
  }

  #tell(words: string): void {
    this.told = words
  }

  #step(step: 1 | -1): void {
    const code = this.#list?.neighbour(step)
    if (code)
      this.#go(
        `/desk/tickets/${code}${this.route.name === 'inbox' || this.route.name === 'ticket' ? location.search : ''}`,
      )
  }

  /** Links within the desk change what is shown without loading the page anew. */
  readonly #followLink = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return
    if (link.origin !== location.origin || !/^\/desk(\/|$)/.test(link.pathname) || link.hash) return
    event.preventDefault()
    this.#go(link.pathname + link.search)
  }

  async #signedIn(): Promise<void> {
    // The session may have ended while somebody was at work: they go back to where they were.
    if (this.route.name === 'sign-in') {
      history.replaceState(null, '', '/desk/')
      this.#readAddress()
    }
    this.signedOut = false
    this.context = undefined
    await this.#load()
  }

  readonly #signOut = async () => {
    const result = await signOut(this.#api)
    if (!result.ok && result.problem.code !== 'sign_in_needed') {
      this.#tell(problemWords(result, this.#words.problem))
      return
    }
    this.context = undefined
    history.replaceState(null, '', '/desk/sign-in')
    this.#readAddress()
  }

  readonly #setLocale = (locale: Locale) => {
    localStorage.setItem(localeKey, locale)
    this.locale = locale
    void this.#load()
  }

  readonly #setMerchant = async (merchant: string) => {
    const result = await setActiveMerchant(this.#api, { merchant })
    if (!result.ok) {
      this.#tell(problemWords(result, this.#words.problem))
      return
    }
    this.context = undefined
    this.#go('/desk/')
    await this.#load()
  }
}
