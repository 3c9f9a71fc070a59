import type { FileTicketInput, Receipt } from '@camket/contracts'
import { PanelPart } from '../element/panel-part.ts'
import type { Session } from '../session/session.ts'
import { base, column, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import { dueWords } from '../time/due-words.ts'
import { placeOf, timeOf } from '../time/time-of.ts'
import css from './receipt.css?inline'

/** What the customer has in hand after filing. Fires `follow` and `another`. */
export class ReceiptView extends PanelPart {
  static override styles = [base, column, fields, sheet(css)]
  static override properties = ['session', 'receipt', 'filed', 'copied']
  declare session: Session
  declare receipt: Receipt
  /** What was filed. */
  declare filed: FileTicketInput
  declare private copied: 'yes' | 'no' | undefined

  protected override render() {
    const { words } = this.session
    const { customer } = this.filed
    const { code, deadlines } = this.receipt
    return html`
      <div class="body">
        <p>${words.receipt.thanks(customer.name)}</p>
        <div class="code">
          <span class="unseen">${words.receipt.code}:</span><strong>${code}</strong>
          <button class="btn small" @click=${this.#copy}>${words.receipt.copy}</button>
          ${this.#copyAnswer()}
        </div>
        ${
          deadlines.length > 0
            ? html`<h3>${words.receipt.deadlines}</h3>
                <ul class="rows">
                  ${deadlines.map((deadline) => this.#deadline(deadline))}
                </ul>`
            : nothing
        }
        <p class="small quiet">
          ${customer.email ? words.receipt.mailed(customer.email) : words.receipt.keepLink}
        </p>
      </div>
      <div class="foot">
        <button class="btn" @click=${() => this.dispatchEvent(new Event('follow'))}>
          ${words.receipt.follow}
        </button>
        <button class="link tall" @click=${() => this.dispatchEvent(new Event('another'))}>
          ${words.receipt.another}
        </button>
      </div>
    `
  }

  #deadline({ milestone, dueAt, remedy }: Receipt['deadlines'][number]) {
    const due = dueWords(dueAt, new Date(), placeOf(this.session))
    return html`<li>
      <span>${this.session.words.milestone[milestone]}</span>
      <span class="state running">${timeOf(dueAt, due, this.session)}</span>
      ${remedy ? html`<small>${remedy.text}</small>` : nothing}
    </li>`
  }

  #copyAnswer() {
    const { receipt } = this.session.words
    if (this.copied === undefined) return nothing
    if (this.copied === 'yes') return html`<span class="small quiet">${receipt.copied}</span>`
    return html`<label class="field"
      >${receipt.notCopied}
      <input readonly aria-label=${receipt.link} .value=${this.receipt.statusUrl} @focus=${selectAll} />
    </label>`
  }

  async #copy(): Promise<void> {
    const { receipt } = this.session.words
    try {
      await navigator.clipboard.writeText(this.receipt.statusUrl)
      this.copied = 'yes'
      this.session.announce(receipt.copied)
    } catch {
      // Not allowed on pages without https, or in frames.
      this.copied = 'no'
      this.session.announce(receipt.notCopied)
    }
  }
}

function selectAll(event: Event): void {
  ;(event.target as HTMLInputElement).select()
}
