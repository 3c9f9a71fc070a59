import type { DeskTicket, RematchView } from '@camket/contracts'
import { previewRematch, setKind, setPriority } from '@camket/contracts/client'
import {
  type ChangeReason,
  changeReasons,
  type Kind,
  kinds,
  type Priority,
  priorities,
} from '@camket/core/vocabulary'
import { html, nothing, type PropertyValues } from 'lit'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'
import { ActDialog } from './act-dialog.ts'

type Effect = RematchView['changes'][number]

/** Sets kind or priority with a reason, and shows before it is done what it does to the deadlines. */
export class RematchDialog extends ActDialog {
  static override properties = {
    ...ActDialog.properties,
    what: {},
    chosen: { state: true },
    effects: { state: true },
  }
  declare what: 'kind' | 'priority'
  declare chosen: string | undefined
  /** Undefined while it is worked out; a text where that failed. */
  declare effects: readonly Effect[] | string | undefined
  #asked = 0

  constructor() {
    super()
    this.what = 'priority'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.chosen = this.effects = undefined
  }

  protected override heading(): string {
    const { change } = this.context.words
    return this.what === 'kind' ? change.kindTitle : change.priorityTitle
  }

  protected override fields() {
    const { words } = this.context
    const { change } = words
    const options: readonly string[] = this.what === 'kind' ? kinds : priorities
    const names: Readonly<Record<string, string>> = this.what === 'kind' ? words.kind : words.priority
    return html`
      <wa-select name="value" label=${change[this.what]} .value=${this.#present()} required @change=${this.#choose}>
        ${options.map((option) => html`<wa-option value=${option}>${names[option]}</wa-option>`)}
      </wa-select>
      <div class="effects" role="status" aria-label=${change.effects}>${this.#effects()}</div>
      <wa-select name="reason" label=${change.reason} required>
        ${changeReasons.map((reason) => html`<wa-option value=${reason}>${change.reasons[reason]}</wa-option>`)}
      </wa-select>
      <wa-textarea name="note" label=${change.note} rows="3" resize="auto"></wa-textarea>
    `
  }

  protected override submitLabel(): string {
    return this.context.words.change.set
  }

  protected override send(form: FormData, ticket: DeskTicket) {
    const { api } = this.context
    const value = this.chosen ?? this.#present()
    const note = String(form.get('note') ?? '').trim()
    const why = { reason: String(form.get('reason') ?? '') as ChangeReason, ...(note && { note }) }
    return this.what === 'kind'
      ? setKind(api, ticket.code, { kind: value as Kind, ...why })
      : setPriority(api, ticket.code, { priority: value as Priority, ...why })
  }

  #present(): string {
    return this.what === 'kind' ? this.ticket.kind : this.ticket.priority
  }

  readonly #choose = async (event: Event) => {
    this.chosen = (event.target as HTMLSelectElement).value
    this.effects = undefined
    const asked = ++this.#asked
    const wish = this.what === 'kind' ? { kind: this.chosen as Kind } : { priority: this.chosen as Priority }
    const result = await previewRematch(this.context.api, this.ticket.code, wish)
    // Somebody who chooses again wants to know of the last choice only.
    if (asked !== this.#asked) return
    this.effects = result.ok ? result.value.changes : problemWords(result, this.context.words.problem)
  }

  #effects() {
    const { change } = this.context.words
    if (this.chosen === undefined || this.chosen === this.#present())
      return html`<p class="quiet">${change.same}</p>`
    if (this.effects === undefined) return html`<p class="quiet">${change.loading}</p>`
    if (typeof this.effects === 'string') return html`<p class="failure">${this.effects}</p>`
    const anyMissed = this.ticket.deadlines.some(({ state }) => state === 'missed')
    return html`<h3>${change.effects}</h3>
      ${
        this.effects.length === 0
          ? html`<p>${change.none}</p>`
          : html`<ul>
            ${this.effects.map((effect) => this.#effect(effect))}
          </ul>`
      }
      ${anyMissed ? html`<p class="quiet">${change.missedStays}</p>` : nothing}`
  }

  #effect({ milestone, internal, before, after }: Effect) {
    const { words, locale, me } = this.context
    const { change } = words
    const at = (side: { dueAt: string }) => shortInstant(side.dueAt, locale, me.merchant.timeZone)
    const text =
      before && after
        ? change.moves(at(before), at(after))
        : before
          ? change.gone(at(before))
          : after
            ? change.starts(at(after))
            : ''
    return html`<li>
      <b>${words.milestone[milestone]}</b>${internal ? ` (${change.internal})` : ''}: ${text}
      ${after?.state === 'missed' ? html`<span class="state missed">${change.missedAtOnce}</span>` : nothing}
    </li>`
  }
}
