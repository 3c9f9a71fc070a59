import { html, nothing, type Template } from '@camket/contracts/template'
import type { Kind } from '@camket/core/vocabulary'
import type { Session } from '../session/session.ts'
import { sheet } from '../style/sheet.ts'
import css from './kind-choice.css?inline'

type Choice = {
  /** Requests that were filed from this device. */
  readonly requestCount: number
  /** Kind of the request that waits half written, if any. */
  readonly draftKind: Kind | undefined
  readonly onChoose: (kind: Kind) => void
  readonly onFollow: () => void
}

/** For the root in which the choice is drawn. */
export const choiceSheet = sheet(css)

/** What the merchant takes requests about, each with what is promised. */
export function kindChoice(
  { words, config }: Session,
  { requestCount, draftKind, onChoose, onFollow }: Choice,
): Template {
  return html`<div class="body">
      ${
        draftKind
          ? html`<div class="notice draft">
              <span>${words.draftWaits}</span>
              <button class="link tall" @click=${() => onChoose(draftKind)}>${words.goOn}</button>
            </div>`
          : nothing
      }
      <ul class="kinds">
        ${config.kinds.map(
          ({ kind, name, summary }) =>
            html`<li>
              <button class="choice" @click=${() => onChoose(kind)}>
                <span>${name}</span><small>${summary}</small>
              </button>
            </li>`,
        )}
      </ul>
      <p class="small quiet">
        ${words.remedyLead}
        <a href=${config.commitmentUrl} target="_blank" rel="noopener">${words.readCommitment}</a>
      </p>
    </div>
    <div class="foot centered">
      ${
        requestCount > 0
          ? html`<button class="link tall" @click=${onFollow}>${words.myRequests(requestCount)}</button>`
          : html`<a class="small" href=${config.statusUrl} target="_blank" rel="noopener">${words.lookUp}</a>`
      }
    </div>`
}
