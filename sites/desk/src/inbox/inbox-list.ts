import type { InboxQuery, InboxRow } from '@camket/contracts'
import { type Failure, getInbox } from '@camket/contracts/client'
import { countdown } from '@camket/core/countdown'
import { kinds, statuses } from '@camket/core/vocabulary'
import { html, nothing, type PropertyValues } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { Poll } from '../parts/poll.ts'
import { problemWords } from '../words/problem-words.ts'
import { fullInstant, shortInstant, urgency } from '../words/when.ts'
import { searchOf } from './filters.ts'

const refreshMillis = 10_000

/** The list of requests, nearest deadline first; refreshes itself and keeps the place. */
export class InboxList extends LightElement {
  static override properties = {
    context: { attribute: false },
    filters: { attribute: false },
    selected: {},
    isPage: { type: Boolean },
    rows: { state: true },
    nextCursor: { state: true },
    failure: { state: true },
    now: { state: true },
    loadingMore: { state: true },
  }
  declare context: DeskContext
  declare filters: InboxQuery
  /** Code of the open request. */
  declare selected: string | undefined
  /** Whether the list is what the page is about. */
  declare isPage: boolean
  declare rows: readonly InboxRow[] | undefined
  declare nextCursor: string | undefined
  declare failure: Failure | undefined
  declare now: Date
  declare loadingMore: boolean
  #loads = 0

  constructor() {
    super()
    this.filters = {}
    this.now = new Date()
    this.loadingMore = this.isPage = false
    new Poll(this, refreshMillis, () => this.refresh())
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('filters')) return
    this.rows = undefined
    void this.refresh()
  }

  /** Loads as many rows as are shown, so that a list that was extended stays so. */
  async refresh(): Promise<void> {
    const load = ++this.#loads
    const limit = Math.min(Math.max(this.rows?.length ?? 0, 30), 100)
    const result = await getInbox(this.context.api, { ...this.filters, limit })
    if (load !== this.#loads) return
    this.now = new Date()
    this.failure = result.ok ? undefined : result
    if (!result.ok) {
      if (result.problem.code === 'sign_in_needed')
        this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
      return
    }
    const beyond = (this.rows ?? []).length > 100 ? this.rows?.slice(100) : []
    this.rows = [...result.value.tickets, ...(beyond ?? [])]
    if (!beyond?.length) this.nextCursor = result.value.nextCursor
  }

  /** Code of the row so many places after the selected one, if there is one. */
  neighbour(step: 1 | -1): string | undefined {
    const rows = this.rows ?? []
    const at = rows.findIndex(({ code }) => code === this.selected)
    if (at < 0) return rows[0]?.code
    return rows[at + step]?.code
  }

  protected override render() {
    const { words } = this.context
    const done = this.filters.view === 'done'
    return html`<div class="list-head">
        ${this.isPage ? html`<h1>${this.#title()}</h1>` : html`<h2>${this.#title()}</h2>`}
        <span class="quiet">${done ? words.inbox.newestFirst : words.inbox.nearestFirst}</span>
        ${this.#filterBar()}
      </div>
      ${this.failure ? this.#failed(this.failure) : nothing}
      ${
        this.rows === undefined && !this.failure
          ? html`<p class="quiet pad" role="status">${words.inbox.loading}</p>`
          : nothing
      }
      ${this.rows?.length === 0 ? this.#empty() : nothing}
      ${this.rows?.length ? this.#list(this.rows) : nothing}
      ${
        this.nextCursor
          ? html`<p class="pad"><wa-button appearance="outlined" ?loading=${this.loadingMore} @click=${this.#more}>${words.inbox.more}</wa-button></p>`
          : nothing
      }`
  }

  #list(rows: readonly InboxRow[]) {
    return html`<ul class="rows">
      ${rows.map((row) => this.#row(row))}
    </ul>`
  }

  #row(row: InboxRow) {
    const { words } = this.context
    const { nextDeadline: next } = row
    const milestone = next ? words.milestone[next.milestone].toLowerCase() : words.status[row.status]
    const marks = [
      ...(next?.internal ? [words.change.internal] : []),
      ...(next?.warned && next.state === 'running' ? [`⚠ ${words.change.warned}`] : []),
    ]
    return html`<li>
      <a
        class="row ${row.status === 'new' ? 'new' : ''}"
        href="/desk/tickets/${row.code}${searchOf(this.filters)}"
        aria-current=${row.code === this.selected ? 'true' : nothing}
      >
        <span class="subject">${row.subject}</span>
        ${this.#when(row)}
        <span class="sub">${[...marks, row.customerName, words.kind[row.kind], milestone].join(' · ')}</span>
      </a>
    </li>`
  }

  #when(row: InboxRow) {
    const { words, locale, me } = this.context
    const { nextDeadline } = row
    const { timeZone } = me.merchant
    if (!nextDeadline) {
      return html`<span class="when ok">${row.outcome ? words.outcome[row.outcome] : words.inbox.noDeadline}</span>`
    }
    const { dueAt, state } = nextDeadline
    if (state === 'paused') return html`<span class="when ok">${words.status[row.status]}</span>`
    const press = urgency(dueAt, this.now)
    const text =
      press === 'later' ? shortInstant(dueAt, locale, timeZone) : countdown(dueAt, this.now, words.when)
    return html`<time class="when ${press}" datetime=${dueAt} title=${fullInstant(dueAt, locale, timeZone)}>${text}</time>`
  }

  #filterBar() {
    const { words } = this.context
    const options = this.filters.view === 'done' ? statuses.slice(4) : statuses.slice(0, 4)
    return html`<div class="filters">
      ${this.#select('kind', words.inbox.kind, kinds, words.kind)}
      ${this.#select('status', words.inbox.status, options, words.status)}
    </div>`
  }

  #select<T extends string>(
    name: 'kind' | 'status',
    label: string,
    options: readonly T[],
    texts: Readonly<Record<T, string>>,
  ) {
    return html`<div>
      <label for="filter-${name}">${label}</label>
      <select id="filter-${name}" @change=${(event: Event) => this.#filter(name, event)}>
        <option value="">${this.context.words.inbox.all}</option>
        ${options.map(
          (option) =>
            html`<option value=${option} ?selected=${this.filters[name] === option}>${texts[option]}</option>`,
        )}
      </select>
    </div>`
  }

  #filter(name: 'kind' | 'status', event: Event): void {
    const { value } = event.target as HTMLSelectElement
    const { [name]: _, ...rest } = this.filters
    const filters = value ? { ...rest, [name]: value } : rest
    this.dispatchEvent(new CustomEvent('go', { bubbles: true, detail: `/desk/${searchOf(filters)}` }))
  }

  #title(): string {
    const { words, me } = this.context
    const { department, owner, view } = this.filters
    if (department) return me.departments.find(({ id }) => id === department)?.name ?? words.nav.inbox
    if (owner === 'me') return words.nav.mine
    if (owner === 'none') return words.nav.unowned
    return view === 'done' ? words.nav.done : words.nav.inbox
  }

  #empty() {
    const { words } = this.context
    const { kind, status, ...rest } = this.filters
    const filtered = kind !== undefined || status !== undefined
    return html`<div class="pad quiet">
      <p>${filtered ? words.inbox.emptyFiltered : words.inbox.empty}</p>
      ${filtered ? html`<p><a href="/desk/${searchOf(rest)}">${words.inbox.clearFilters}</a></p>` : nothing}
    </div>`
  }

  #failed(failure: Failure) {
    const { words } = this.context
    return html`<div class="pad" role="alert">
      <p class="failure">${problemWords(failure, words.problem)}</p>
      <p><wa-button appearance="outlined" @click=${() => this.refresh()}>${words.problem.retry}</wa-button></p>
    </div>`
  }

  readonly #more = async () => {
    if (!this.nextCursor) return
    this.loadingMore = true
    const result = await getInbox(this.context.api, { ...this.filters, cursor: this.nextCursor })
    this.loadingMore = false
    if (!result.ok) {
      this.failure = result
      return
    }
    const known = new Set(this.rows?.map(({ code }) => code))
    this.rows = [...(this.rows ?? []), ...result.value.tickets.filter(({ code }) => !known.has(code))]
    this.nextCursor = result.value.nextCursor
  }
}
