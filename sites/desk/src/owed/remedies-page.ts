import type { RemediesQuery, RemedyRow } from '@camket/contracts'
import { type Failure, getRemedies } from '@camket/contracts/client'
import { describeMoney } from '@camket/core/describe-money'
import { remedyStates } from '@camket/core/vocabulary'
import { html, nothing, type PropertyValues } from 'lit'
import { type DeskContext, maySetUp } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { Poll } from '../parts/poll.ts'
import { problemWords } from '../words/problem-words.ts'
import { fullInstant, shortInstant } from '../words/when.ts'
import { payee } from './payee.ts'
import { sumOf } from './sum-of.ts'
import { factWords, isOpen } from './what-is-owed.ts'

type State = NonNullable<RemediesQuery['state']>
const states: readonly State[] = ['open', ...remedyStates]
const refreshMillis = 30_000

/** All that is owed to customers, nearest settle-by first, with its sums; for whoever pays. */
export class RemediesPage extends LightElement {
  static override properties = {
    context: { attribute: false },
    search: {},
    rows: { state: true },
    nextCursor: { state: true },
    failure: { state: true },
    loadingMore: { state: true },
  }
  declare context: DeskContext
  /** The address's search part: which state is shown. */
  declare search: string
  declare rows: readonly RemedyRow[] | undefined
  declare nextCursor: string | undefined
  declare failure: Failure | undefined
  declare loadingMore: boolean
  #loads = 0

  constructor() {
    super()
    this.search = ''
    this.loadingMore = false
    new Poll(this, refreshMillis, () => this.#load())
  }

  get #state(): State {
    const asked = new URLSearchParams(this.search).get('state')
    return states.find((state) => state === asked) ?? 'open'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('context')) return
    this.rows = undefined
    void this.#load()
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  async #load(): Promise<void> {
    const load = ++this.#loads
    const { api, locale } = this.context
    const limit = Math.min(Math.max(this.rows?.length ?? 0, 50), 100)
    const answer = await getRemedies(api, { state: this.#state, locale, limit })
    if (load !== this.#loads) return
    this.failure = answer.ok ? undefined : answer
    if (!answer.ok) return this.#failed(answer)
    this.rows = answer.value.remedies
    this.nextCursor = answer.value.nextCursor
  }

  #failed({ problem }: Failure): void {
    if (problem.code === 'sign_in_needed')
      this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
  }

  protected override render() {
    const { words: all } = this.context
    const { owed } = all
    return html`<div class="page-head">
        <a class="back" href="/desk/">← ${all.nav.inbox}</a>
        <h1 tabindex="-1">${owed.title}</h1>
        <p class="quiet">${owed.lead}</p>
      </div>
      <div class="owed-page">
        <div class="owed-bar">
          <div>
            <label for="owed-state">${owed.state}</label>
            <select id="owed-state" @change=${this.#filter}>
              ${states.map((state) => html`<option value=${state} ?selected=${state === this.#state}>${owed.states[state]}</option>`)}
            </select>
          </div>
          ${
            maySetUp(this.context)
              ? html`<a href=${`/api/v1/desk/remedies.csv?state=${this.#state}&locale=${this.context.locale}`} download>${owed.download}</a>`
              : nothing
          }
        </div>
        ${this.failure ? this.#failure(this.failure) : nothing}
        ${this.rows === undefined && !this.failure ? html`<p class="quiet" role="status">${all.inbox.loading}</p>` : nothing}
        ${this.rows ? this.#list(this.rows) : nothing}
      </div>`
  }

  #failure(failure: Failure) {
    const { words } = this.context
    return html`<div role="alert">
      <p class="failure">${problemWords(failure, words.problem)}</p>
      <p><wa-button appearance="outlined" @click=${() => this.#load()}>${words.problem.retry}</wa-button></p>
    </div>`
  }

  #list(rows: readonly RemedyRow[]) {
    const { owed } = this.context.words
    if (rows.length === 0) return html`<p class="quiet">${owed.none}</p>`
    const { locale } = this.context
    const late = rows.filter(({ overdue }) => overdue)
    return html`
      <p class="owed-sum" role="status">
        <b>${owed.total(rows.length, sumOf(rows, locale))}</b>
        ${late.length > 0 ? html`<span class="late">${owed.overdueTotal(sumOf(late, locale) || String(late.length))}</span>` : nothing}
        ${this.nextCursor ? html`<span class="quiet">${owed.moreThere}</span>` : nothing}
      </p>
      <ul class="owed-rows">
        ${rows.map((row) => html`<li class=${row.overdue ? 'is-late' : ''}>${this.#row(row)}</li>`)}
      </ul>
      ${
        this.nextCursor
          ? html`<p><wa-button appearance="outlined" ?loading=${this.loadingMore} @click=${this.#more}>${owed.more}</wa-button></p>`
          : nothing
      }
    `
  }

  #row(row: RemedyRow) {
    const { words, locale } = this.context
    const { owed } = words
    return html`
      <div class="owed-when">${this.#when(row)}</div>
      <div class="owed-what">
        <p><b>${row.what}</b></p>
        ${row.penalty ? html`<p class="late">${owed.penalty(describeMoney(row.penalty, locale))}</p>` : nothing}
        ${isOpen(row) && row.factsNeeded.length > 0 ? html`<p class="failure">${owed.factsNeeded(factWords(this.context, row.factsNeeded))}</p>` : nothing}
        ${isOpen(row) && row.grows && row.factsNeeded.length === 0 ? html`<p class="quiet">${owed.grows}</p>` : nothing}
      </div>
      <div class="owed-to">
        <p>
          <a href="/desk/tickets/${row.code}" aria-label="${owed.open(row.code)}: ${row.customerName}">${row.customerName}</a>
          <span class="quiet">${row.subject}</span>
        </p>
        ${payee(this.context, row)}
      </div>
      <span class="state ${row.state === 'settled' ? 'kept' : 'owed'}">${words.remedyState[row.state]}</span>
    `
  }

  #when(row: RemedyRow) {
    const { words, locale, me } = this.context
    const { owed } = words
    const { timeZone } = me.merchant
    const at = row.state === 'settled' ? row.settledAt : isOpen(row) ? row.settleBy : undefined
    if (at === undefined) {
      const claim =
        row.claimBy && isOpen(row) ? owed.claimBy(shortInstant(row.claimBy, locale, timeZone)) : ''
      return html`<span class="quiet">${isOpen(row) ? claim || owed.noSettleBy : ''}</span>`
    }
    return html`<time datetime=${at} title=${fullInstant(at, locale, timeZone)}>${shortInstant(at, locale, timeZone)}</time>
      ${row.overdue ? html`<span class="late">${owed.overdue}</span>` : nothing}`
  }

  readonly #filter = (event: Event) => {
    const { value } = event.target as HTMLSelectElement
    const search = value === 'open' ? '' : `?state=${value}`
    this.dispatchEvent(new CustomEvent('go', { bubbles: true, detail: `/desk/remedies${search}` }))
  }

  readonly #more = async () => {
    if (!this.nextCursor) return
    this.loadingMore = true
    const { api, locale } = this.context
    const answer = await getRemedies(api, { state: this.#state, locale, cursor: this.nextCursor })
    this.loadingMore = false
    if (!answer.ok) {
      this.failure = answer
      return
    }
    const known = new Set(this.rows?.map(({ id }) => id))
    this.rows = [...(this.rows ?? []), ...answer.value.remedies.filter(({ id }) => !known.has(id))]
    this.nextCursor = answer.value.nextCursor
  }
}
