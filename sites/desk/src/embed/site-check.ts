import type { EmbedView, SiteCheckView } from '@camket/contracts'
import { checkSite, type Failure } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { faultsAt, faultsOf } from './faults.ts'

/** "Is it on my site?": has one page of the merchant's sites looked at. */
export class SiteCheck extends LightElement {
  static override properties = {
    context: { attribute: false },
    embed: { attribute: false },
    url: { state: true },
    result: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare embed: EmbedView
  declare url: string | undefined
  declare result: SiteCheckView | undefined
  declare failure: Failure | undefined
  declare busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  protected override render() {
    const { embed: words, problem } = this.context.words
    const url = this.url ?? this.embed.allowedOrigins[0] ?? ''
    const faults = faultsOf(this.failure)
    return html`<form @submit=${this.#check} novalidate>
      <div class="field wide">
        <label for="site-url">${words.checkUrl}</label>
        <input
          id="site-url"
          type="url"
          name="url"
          inputmode="url"
          autocomplete="off"
          .value=${url}
          aria-describedby="site-hint"
          @input=${(event: Event) => {
            this.url = (event.target as HTMLInputElement).value
          }}
        />
        <small class="quiet" id="site-hint">${words.checkHint}</small>
        ${faultsAt(faults, '/url', words)}
      </div>
      <div class="acts">
        <wa-button type="submit" appearance="outlined" ?loading=${this.busy}>${words.check}</wa-button>
      </div>
      <div role="status">
        ${this.failure && faults.length === 0 ? html`<p class="failure">${problemWords(this.failure, problem)}</p>` : nothing}
        ${this.result ? this.#told(this.result) : nothing}
      </div>
    </form>`
  }

  #told({ state, status, merchants, blocked, url }: SiteCheckView) {
    const { embed: words } = this.context.words
    const isGood = state === 'found' && blocked.length === 0
    return html`<div class="told ${isGood ? 'good' : 'bad'}">
      <p><b>${words.states[state]}</b> <span class="quiet">${url}</span></p>
      ${state === 'no_page' && status ? html`<p>HTTP ${status}</p>` : nothing}
      ${state === 'other_merchant' ? html`<p>${words.otherMerchant(merchants.join(', '))}</p>` : nothing}
      ${
        blocked.length > 0
          ? html`<p>${words.blocked}</p>
            <ul class="policy">
              ${blocked.map(({ directive, source }) => html`<li><code>${directive} ${source}</code></li>`)}
            </ul>`
          : nothing
      }
      ${state === 'not_found' ? html`<p>${words.notFoundHint}</p>` : nothing}
    </div>`
  }

  readonly #check = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy) return
    const typed = this.querySelector<HTMLInputElement>('#site-url')?.value.trim() ?? ''
    const url = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
    this.busy = true
    this.result = this.failure = undefined
    const answer = await checkSite(this.context.api, { url })
    this.busy = false
    if (answer.ok) this.result = answer.value
    else this.failure = answer
  }
}
