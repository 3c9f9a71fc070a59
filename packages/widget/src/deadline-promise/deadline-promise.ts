import type { DeadlineView, WidgetConfig } from '@camket/contracts'
import { PanelPart } from '../element/panel-part.ts'
import type { Session } from '../session/session.ts'
import { base } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import { dueWords } from '../time/due-words.ts'
import { placeOf, timeOf } from '../time/time-of.ts'
import css from './deadline-promise.css?inline'

/** What the customer is promised if the request is sent now, and what is owed if it is not kept. */
export class DeadlinePromise extends PanelPart {
  static override styles = [base, sheet(css)]
  static override properties = ['session', 'deadlines', 'pledges', 'needsTime']
  declare session: Session
  /** Undefined while they are not known. */
  declare deadlines: readonly DeadlineView[] | undefined
  /** Stand in where the instants cannot be had. */
  declare pledges: WidgetConfig['kinds'][number]['pledges']
  /** The customer has yet to say when. */
  declare needsTime: boolean

  protected override render() {
    const { words } = this.session
    if (this.deadlines === undefined) return this.#withoutInstants()
    if (this.deadlines.length === 0) return html`<div class="notice">${words.promise.none}</div>`
    return html`<div class="notice">
      <span>${words.promise.lead}</span>
      <ul>
        ${this.deadlines.map((deadline) => this.#promise(deadline))}
      </ul>
    </div>`
  }

  #promise({ milestone, dueAt, remedy }: DeadlineView) {
    const { words } = this.session
    const due = dueWords(dueAt, new Date(), placeOf(this.session))
    return html`<li>
      ${words.promise.act[milestone]} ${timeOf(dueAt, due, this.session)}${remedy ? html`. <span class="owed-words">${remedy.text}</span>` : nothing}
    </li>`
  }

  #withoutInstants() {
    const { words } = this.session
    if (this.pledges.length === 0) return nothing
    return html`<div class="notice">
      <span>${this.needsTime ? words.promise.noTime : words.promise.offline}</span>
      <ul>
        ${this.pledges.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
    </div>`
  }
}
