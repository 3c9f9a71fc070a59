import { type Api, requestSignInLink, signIn } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import { LightElement } from '../parts/light-element.ts'
import type { Strings } from '../strings/vi.ts'
import { problemWords } from '../words/problem-words.ts'

/**
 * Asks for a link, or redeems the one that was opened. Opening a link changes nothing yet: mail programs open
 * links to look at them, and a link works once.
 */
export class SignIn extends LightElement {
  static override properties = {
    api: { attribute: false },
    words: { attribute: false },
    locale: {},
    token: {},
    note: {},
    step: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare api: Api
  declare words: Strings
  declare locale: Locale
  declare token: string | undefined
  declare note: string | undefined
  declare step: 'ask' | 'sent'
  declare failure: string | undefined
  declare busy: boolean

  constructor() {
    super()
    this.step = 'ask'
    this.busy = false
  }

  protected override render() {
    const { signIn: words } = this.words
    return html`<main class="sign-in" id="content">
      <h1>${words.title}</h1>
      ${this.note ? html`<p role="status">${this.note}</p>` : nothing}
      ${this.token ? this.#redeemForm() : this.step === 'sent' ? this.#sent() : this.#askForm()}
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
    </main>`
  }

  #askForm() {
    const { signIn: words } = this.words
    return html`<p>${words.lead}</p>
      <form @submit=${this.#ask}>
        <wa-input name="email" type="email" autocomplete="email" label=${words.email} required></wa-input>
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.send}</wa-button>
      </form>`
  }

  #redeemForm() {
    const { signIn: words } = this.words
    return html`<p>${words.confirmLead}</p>
      <form @submit=${this.#redeem}>
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.confirm}</wa-button>
      </form>`
  }

  #sent() {
    const { signIn: words } = this.words
    return html`<p role="status">${words.sent}</p>
      <p><wa-button appearance="outlined" @click=${() => (this.step = 'ask')}>${words.again}</wa-button></p>`
  }

  readonly #ask = async (event: SubmitEvent) => {
    event.preventDefault()
    const email = new FormData(event.target as HTMLFormElement).get('email')
    await this.#working(async () => {
      const result = await requestSignInLink(this.api, { email: String(email).trim(), locale: this.locale })
      if (result.ok) this.step = 'sent'
      else this.failure = problemWords(result, this.words.problem)
    })
  }

  readonly #redeem = async (event: SubmitEvent) => {
    event.preventDefault()
    const { token } = this
    if (!token) return
    await this.#working(async () => {
      const result = await signIn(this.api, { token })
      if (result.ok) {
        this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }))
        return
      }
      this.failure =
        result.problem.status === 0 ? problemWords(result, this.words.problem) : this.words.signIn.expired
      if (result.problem.status !== 0) this.token = undefined
    })
  }

  async #working(work: () => Promise<void>): Promise<void> {
    this.busy = true
    this.failure = undefined
    await work()
    this.busy = false
  }
}
