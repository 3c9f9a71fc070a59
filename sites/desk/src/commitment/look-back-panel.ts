import type { LookBackPart, LookBackTally } from '@camket/contracts'
import { type Failure, lookBack } from '@camket/contracts/client'
import { describeMoney } from '@camket/core/describe-money'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortDate } from '../words/when.ts'
import { todayIn } from './four-weeks.ts'
import { addPart, type Row, type Sum, totalOf } from './sum-parts.ts'

const nothingYet: Sum = { tickets: 0, rows: [] }

/** What the draft would have meant for the last 90 days, against what really happened. */
export class LookBackPanel extends LightElement {
  static override properties = {
    context: { attribute: false },
    words: { attribute: false },
    flush: { attribute: false },
    revision: { attribute: false },
    sentences: { attribute: false },
    sum: { state: true },
    last: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare words: CommitmentWords
  /** Saves what is not saved yet. */
  declare flush: () => Promise<boolean>
  /** Of the draft as it is saved. */
  declare revision: () => number
  /** What a pledge says, by its id. */
  declare sentences: ReadonlyMap<string, string>
  declare sum: Sum
  declare last: LookBackPart | undefined
  declare failure: Failure | undefined
  declare busy: boolean
  #abort: AbortController | undefined

  constructor() {
    super()
    this.busy = false
    this.sum = nothingYet
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#abort?.abort()
  }

  protected override render() {
    const { words } = this
    return html`<p>${words.lookBackLead}</p>
      <p class="quiet small">${words.lookBackHow}</p>
      <div class="acts">
        <wa-button variant="brand" ?loading=${this.busy} @click=${this.#look}>${words.look}</wa-button>
        ${this.busy ? html`<button type="button" class="btn" @click=${() => this.#abort?.abort()}>${words.stop}</button>` : nothing}
        <span role="status">${this.#progress()}</span>
      </div>
      ${this.failure ? this.#failed(this.failure) : nothing}
      ${this.sum.rows.length > 0 && !this.failure ? this.#table() : nothing}`
  }

  #failed(failure: Failure) {
    const isFaulty = failure.problem.code === 'invalid_body' && failure.problem.errors
    return html`<p class="failure" role="alert">
      ${isFaulty ? this.words.previewFaulty : problemWords(failure, this.context.words.problem)}
    </p>`
  }

  #progress() {
    const { words, last, sum } = this
    const { locale, me } = this.context
    if (!last) return nothing
    if (this.busy) return words.looking(sum.tickets)
    if (sum.tickets === 0) return words.lookEmpty
    const day = (at: string) => shortDate(todayIn(me.merchant.timeZone, new Date(at)), locale)
    return words.looked(sum.tickets, day(last.from), day(last.until))
  }

  #table() {
    const { words, sum } = this
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.parts.lookBack}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col" rowspan="2">${words.colPledge}</th>
            <th scope="colgroup" colspan="2">${words.colDraft}</th>
            <th scope="colgroup" colspan="2">${words.colActual}</th>
          </tr>
          <tr>
            <th scope="col">${words.colMissed}</th>
            <th scope="col">${words.colCost}</th>
            <th scope="col">${words.colMissed}</th>
            <th scope="col">${words.colCost}</th>
          </tr>
        </thead>
        <tbody>
          ${sum.rows.map((row) => this.#row(row))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total}</th>
            ${this.#cells(totalOf(sum, 'draft'))} ${this.#cells(totalOf(sum, 'actual'))}
          </tr>
        </tfoot>
      </table>
    </div>`
  }

  #row({ pledge, internal, draft, actual }: Row) {
    const sentence = this.sentences.get(pledge)
    return html`<tr>
      <th scope="row">
        ${sentence ?? pledge} ${sentence ? html`<small class="quiet">${pledge}</small>` : nothing}
        ${internal ? html`<small class="quiet">${this.words.isInternal}</small>` : nothing}
      </th>
      ${this.#cells(draft)} ${this.#cells(actual)}
    </tr>`
  }

  #cells(tally: LookBackTally | undefined) {
    const { words } = this
    const { locale } = this.context
    if (!tally) return html`<td>${words.notThere}</td><td>${words.notThere}</td>`
    const number = new Intl.NumberFormat(locale)
    const sums = Object.entries(tally.cost).filter(([, amount]) => amount > 0)
    const cost = sums.map(([currency, amount]) => describeMoney({ amount, currency }, locale)).join(' + ')
    return html`<td>${words.ofAll(number.format(tally.missed), number.format(tally.missed + tally.kept))}</td>
      <td>
        ${cost || '0'}
        ${tally.inKind > 0 ? html`<small class="quiet">${words.inKind(tally.inKind)}</small>` : nothing}
        ${tally.unknown > 0 ? html`<small class="quiet">${words.unknownCost(tally.unknown)}</small>` : nothing}
      </td>`
  }

  readonly #look = async () => {
    if (this.busy) return
    this.busy = true
    this.failure = this.last = undefined
    this.sum = nothingYet
    this.#abort = new AbortController()
    const { signal } = this.#abort
    if (await this.flush()) await this.#parts(signal)
    this.busy = false
  }

  /** Part by part, so that no part takes long and the figures are seen to grow. */
  async #parts(signal: AbortSignal): Promise<void> {
    let cursor: string | undefined
    do {
      const body = { revision: this.revision(), ...(cursor !== undefined && { cursor }) }
      const answer = await lookBack(this.context.api, body, signal)
      if (signal.aborted) return
      if (!answer.ok) {
        this.failure = answer
        return
      }
      this.sum = addPart(this.sum, answer.value)
      this.last = answer.value
      cursor = answer.value.nextCursor
    } while (cursor !== undefined)
  }
}
