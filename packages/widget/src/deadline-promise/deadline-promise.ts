import type { DeadlineView, WidgetConfig } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { Session } from '../session/session.ts'
import { sheet } from '../style/sheet.ts'
import css from './deadline-promise.css?inline'

type Promised = {
  /** Undefined while they are not known. */
  readonly deadlines: readonly DeadlineView[] | undefined
  /** Stand in where the instants cannot be had. */
  readonly pledges: WidgetConfig['kinds'][number]['pledges']
  /** The customer has yet to say when. */
  readonly needsTime: boolean
}

/** For the root in which the promise is drawn. */
export const promiseSheet = sheet(css)

/** What the customer is promised if the request is sent now, and what is owed if it is not kept. */
export function deadlinePromise(
  session: Session,
  { deadlines, pledges, needsTime }: Promised,
): Template | typeof nothing {
  const { promise } = session.words
  if (deadlines) {
    const items = deadlines.map(
      ({ milestoneText, dueAt, dueText, remedy }) =>
        html`<li>${milestoneText} <time datetime=${dueAt}>${dueText}</time>${remedy ? html`. <span>${remedy.text}</span>` : nothing}</li>`,
    )
    return drawn(items.length > 0 ? promise.lead : promise.none, items)
  }
  if (pledges.length === 0) return nothing
  return drawn(
    needsTime ? promise.noTime : promise.offline,
    pledges.map(({ text }) => html`<li>${text}</li>`),
  )
}

const drawn = (lead: string, items: readonly Template[]) =>
  html`<div class="notice promise">
    ${lead}
    <ul>
      ${items}
    </ul>
  </div>`
