import type { WidgetConfig } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import { PanelPart } from '../element/panel-part.ts'
import type { Session } from '../session/session.ts'
import { base, column } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import css from './kind-choice.css?inline'

type OfferedKind = WidgetConfig['kinds'][number]

/** What the merchant takes requests about, each with what is promised. Fires `choose` with the kind, and `follow`. */
export class KindChoice extends PanelPart {
  static override styles = [base, column, sheet(css)]
  static override properties = ['session', 'requestCount', 'draftKind']
  declare session: Session
  /** Requests that were filed from this device. */
  declare requestCount: number
  /** Kind of the request that waits half written, if any. */
  declare draftKind: Kind | undefined

  protected override render() {
    const { words, config } = this.session
    return html`
      <div class="body">
        ${this.#draft()}
        <ul class="kinds">
          ${config.kinds.map((offered) => this.#choice(offered))}
        </ul>
        <p class="small quiet">
          ${words.remedyLead}
          <a href=${config.commitmentUrl} target="_blank" rel="noopener">${words.readCommitment}</a>
        </p>
      </div>
      <div class="foot">
        ${
          this.requestCount > 0
            ? html`<button class="link tall" @click=${() => this.#fire('follow')}>
                ${words.myRequests(this.requestCount)}
              </button>`
            : html`<a class="small" href=${config.statusUrl} target="_blank" rel="noopener">${words.lookUp}</a>`
        }
      </div>
    `
  }

  #draft() {
    const { words } = this.session
    if (this.draftKind === undefined) return nothing
    return html`<div class="notice draft">
      <span>${words.draftWaits}</span>
      <button class="link tall" @click=${() => this.#fire('choose', this.draftKind)}>
        ${words.goOn}
      </button>
    </div>`
  }

  #choice({ kind, pledges }: OfferedKind) {
    const { words } = this.session
    // What follows a first answer is for the reader of the commitment, not for the choice.
    const shown = pledges.filter(
      ({ milestone }) => milestone !== 'next_reply' && milestone !== 'remedy_settled',
    )
    return html`<li>
      <button class="choice" @click=${() => this.#fire('choose', kind)}>
        <span>${words.kind[kind]}</span>
        ${shown.length > 0 ? html`<small>${listed(shown.map(({ text }) => text))}</small>` : nothing}
      </button>
    </li>`
  }

  #fire(type: 'choose' | 'follow', kind?: Kind): void {
    this.dispatchEvent(new CustomEvent(type, { detail: kind }))
  }
}

/** "Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc": one line, as one would say it. */
function listed([first = '', ...rest]: readonly string[]): string {
  return [first, ...rest.map((text) => text.charAt(0).toLowerCase() + text.slice(1))].join(', ')
}
