import type { WidgetConfig } from '@camket/contracts'
import { type Failure, previewDeadlines, previewEmbed } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import { html, nothing, type PropertyValues } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import type { Asked, Shown } from '../preview/messages.ts'
import { problemWords } from '../words/problem-words.ts'
import { type EmbedDraft, lookOf } from './embed-draft.ts'

/** How long somebody has to pause before what was typed is drawn. */
const pauseMillis = 400

/** The widget itself in a frame, as it would be if what is typed were saved. */
export class EmbedPreview extends LightElement {
  static override properties = {
    context: { attribute: false },
    draft: { attribute: false },
    locale: { state: true },
    inline: { state: true },
    failure: { state: true },
  }
  declare context: DeskContext
  declare draft: EmbedDraft
  declare locale: Locale | undefined
  declare inline: boolean
  declare failure: Failure | undefined
  #config: WidgetConfig | undefined
  #isReady = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #asks = 0

  constructor() {
    super()
    this.inline = true
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('message', this.#hear)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('message', this.#hear)
    clearTimeout(this.#timer)
    this.#isReady = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('draft')
    const isSame =
      before !== undefined && JSON.stringify(lookOf(before)) === JSON.stringify(lookOf(this.draft))
    if (changed.has('locale') || (changed.has('draft') && !isSame)) this.#askSoon()
    if (changed.has('inline')) this.#show()
  }

  protected override render() {
    const { embed: words, problem } = this.context.words
    const chosen = this.locale ?? this.context.locale
    return html`
      <h2>${words.preview}</h2>
      <div class="modes">
        ${(['vi', 'en'] as const).map(
          (one) =>
            html`<button lang=${one} aria-pressed=${chosen === one} @click=${() => {
              this.locale = one
            }}>${one === 'vi' ? 'Tiếng Việt' : 'English'}</button>`,
        )}
        <button aria-pressed=${!this.inline} @click=${() => {
          this.inline = !this.inline
        }}>${words.asLauncher}</button>
      </div>
      <iframe src="/desk/preview" title=${words.preview}></iframe>
      <p class="quiet small">${words.previewHint}</p>
      <div role="status">
        ${this.failure ? html`<p class="failure">${this.failure.problem.errors ? words.previewFaulty : problemWords(this.failure, problem)}</p>` : nothing}
      </div>
    `
  }

  #askSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), this.#config ? pauseMillis : 0)
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asks
    const { api, locale } = this.context
    const answer = await previewEmbed(api, lookOf(this.draft), { locale: this.locale ?? locale })
    if (asked !== this.#asks) return
    this.failure = answer.ok ? undefined : answer
    if (!answer.ok) return
    this.#config = answer.value
    this.#show()
  }

  get #frame(): Window | null {
    return this.querySelector('iframe')?.contentWindow ?? null
  }

  #show(): void {
    if (!this.#config || !this.#isReady) return
    const nothingSent = this.context.words.embed.nothingSent
    const shown: Shown = { type: 'camket-show', config: this.#config, inline: this.inline, nothingSent }
    this.#frame?.postMessage(shown, location.origin)
  }

  readonly #hear = async ({ source, origin, data, ports }: MessageEvent<Asked>) => {
    if (origin !== location.origin || source === null || source !== this.#frame) return
    if (data.type === 'camket-ready') {
      this.#isReady = true
      this.#show()
    } else if (data.type === 'camket-deadlines') {
      const { api, me } = this.context
      const answer = await previewDeadlines(api, me.merchant.slug, data.body)
      ports[0]?.postMessage(answer.ok ? answer.value : null)
    }
  }
}
