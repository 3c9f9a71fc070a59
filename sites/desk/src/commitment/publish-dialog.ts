import type { DraftView, Publication } from '@camket/contracts'
import { type Failure, publishDraft } from '@camket/contracts/client'
import { instantAt } from '@camket/core/instant-at'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'
import type { Change } from './compare.ts'
import { changeList } from './compare-panel.ts'
import { faultWords } from './fault-words.ts'
import { dayAfter, todayIn } from './four-weeks.ts'

/** From when it holds, what changes, and the promise never to change it: then it is published. */
export class PublishDialog extends LightElement {
  static override properties = {
    context: { attribute: false },
    words: { attribute: false },
    open: { type: Boolean },
    changes: { attribute: false },
    coming: { attribute: false },
    revision: { attribute: false },
    later: { state: true },
    confirmed: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare words: CommitmentWords
  declare open: boolean
  declare changes: readonly Change[]
  /** A version that is published and does not hold yet. */
  declare coming: DraftView['coming']
  declare revision: number
  declare later: boolean
  declare confirmed: boolean
  declare failure: Failure | undefined
  declare busy: boolean
  /** One publication, however often its sending is tried. */
  #key: string | undefined

  constructor() {
    super()
    this.open = this.later = this.confirmed = this.busy = false
    this.changes = []
  }

  protected override render() {
    const { words } = this
    return html`<wa-dialog label=${words.publishTitle} ?open=${this.open} @wa-hide=${this.#hidden}>
      ${this.open ? this.#form() : nothing}
    </wa-dialog>`
  }

  #form() {
    const { words, coming } = this
    const { locale, me } = this.context
    const today = todayIn(me.merchant.timeZone, new Date())
    const from =
      coming &&
      words.publishSupersedes(
        coming.version,
        shortInstant(coming.effectiveFrom, locale, me.merchant.timeZone),
      )
    const choice = (later: boolean, text: string) => html`<label class="check">
      <input
        type="radio"
        name="when"
        .checked=${this.later === later}
        @change=${() => {
          this.later = later
          this.#key = undefined
        }}
      />
      ${text}
    </label>`
    return html`<form class="dialog-form" @submit=${this.#submit} @input=${this.#newKey}>
      <div class="checks" role="radiogroup" aria-label=${words.publishTitle}>
        ${choice(false, words.publishNow)} ${choice(true, words.publishLater)}
      </div>
      ${
        this.later
          ? html`<div class="grid">
            <div class="field">
              <label for="publish-date">${words.date}</label>
              <input id="publish-date" name="date" type="date" min=${today} value=${dayAfter(today, 1)} required />
            </div>
            <div class="field">
              <label for="publish-time">${words.time}</label>
              <input id="publish-time" name="time" type="time" value="00:00" required />
            </div>
          </div>`
          : nothing
      }
      ${from ? html`<p class="told-bad">${from}</p>` : nothing}
      <p>${words.publishChanges(this.changes.length)}</p>
      <div class="dialog-changes" tabindex="0" role="region" aria-label=${words.publishChanges(this.changes.length)}>
        ${changeList(this.changes, words)}
      </div>
      <label class="check">
        <input
          type="checkbox"
          required
          .checked=${this.confirmed}
          @change=${(event: Event) => {
            this.confirmed = (event.target as HTMLInputElement).checked
          }}
        />
        <span>${words.publishConfirm}</span>
      </label>
      ${this.failure ? this.#failed(this.failure) : nothing}
      <div class="acts">
        <wa-button type="submit" variant="brand" ?loading=${this.busy} ?disabled=${!this.confirmed}>${words.publishSend}</wa-button>
        <wa-button appearance="outlined" @click=${this.#close}>${words.cancel}</wa-button>
      </div>
    </form>`
  }

  #failed(failure: Failure) {
    const { errors } = failure.problem
    return html`<div class="failure" role="alert">
      <p>${problemWords(failure, this.context.words.problem)}</p>
      ${errors ? html`<ul>${errors.map((fault) => html`<li>${faultWords(fault, this.words)}</li>`)}</ul>` : nothing}
    </div>`
  }

  readonly #newKey = () => {
    this.#key = undefined
  }

  readonly #close = () => {
    this.failure = undefined
    this.confirmed = this.later = false
    this.dispatchEvent(new CustomEvent('dialog-close'))
  }

  readonly #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.#close()
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy || !this.confirmed) return
    const form = new FormData(event.target as HTMLFormElement)
    const { api, me } = this.context
    const at = this.later
      ? instantAt(String(form.get('date')), String(form.get('time')), me.merchant.timeZone)
      : undefined
    this.#key ??= crypto.randomUUID()
    this.busy = true
    this.failure = undefined
    const body = { revision: this.revision, ...(at && { effectiveFrom: at.toISOString() }) }
    const answer = await publishDraft(api, body, this.#key)
    this.busy = false
    if (!answer.ok) {
      this.failure = answer
      return
    }
    this.#newKey()
    this.#close()
    this.dispatchEvent(new CustomEvent<Publication>('published', { detail: answer.value }))
  }
}
