import type { EmbedView } from '@camket/contracts'
import { type Failure, rotateIdentifySecret } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'

/** The secret with which the merchant's server says who its customers are: made here, shown once. */
export class IdentifyBox extends LightElement {
  static override properties = {
    context: { attribute: false },
    identify: { attribute: false },
    secret: { state: true },
    asks: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare identify: EmbedView['identify']
  declare secret: string | undefined
  /** Whether the replacement of a secret that is in use waits for a yes. */
  declare asks: boolean
  declare failure: Failure | undefined
  declare busy: boolean

  constructor() {
    super()
    this.asks = this.busy = false
  }

  protected override render() {
    const { locale, me, words: all } = this.context
    const { embed: words, problem } = all
    const { identify } = this
    return html`
      <p class="quiet">${words.identifyLead}</p>
      <p>
        ${identify ? words.identifyMade(identify.version, shortInstant(identify.madeAt, locale, me.merchant.timeZone)) : words.identifyNone}
      </p>
      ${
        this.secret
          ? html`<p><b>${words.identifyOnce}</b></p>
            <camket-copy .words=${words} .text=${this.secret} .label=${words.identifySecret}></camket-copy>`
          : nothing
      }
      ${this.failure ? html`<p class="failure" role="alert">${problemWords(this.failure, problem)}</p>` : nothing}
      ${
        this.asks
          ? html`<p role="alert">${words.identifySure}</p>
            <div class="acts">
              <wa-button size="s" variant="danger" ?loading=${this.busy} @click=${this.#make}>${words.identifyReplace}</wa-button>
              <wa-button size="s" appearance="outlined" @click=${() => {
                this.asks = false
              }}>${all.act.cancel}</wa-button>
            </div>`
          : html`<div class="acts">
            <wa-button size="s" appearance="outlined" ?loading=${this.busy} @click=${this.#ask}>${identify ? words.identifyReplace : words.identifyMake}</wa-button>
          </div>`
      }
    `
  }

  readonly #ask = () => {
    if (this.identify) this.asks = true
    else void this.#make()
  }

  readonly #make = async () => {
    if (this.busy) return
    this.busy = true
    this.failure = undefined
    const answer = await rotateIdentifySecret(this.context.api)
    this.busy = this.asks = false
    if (!answer.ok) {
      this.failure = answer
      return
    }
    const { secret, version, madeAt } = answer.value
    this.secret = secret
    this.identify = { version, madeAt }
  }
}
