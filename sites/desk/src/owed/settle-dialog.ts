import type { DeskRemedy, DeskTicket } from '@camket/contracts'
import { settleRemedy } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { html, nothing } from 'lit'
import { ActDialog } from '../ticket/act-dialog.ts'
import { payee } from './payee.ts'
import { whatIsOwed } from './what-is-owed.ts'

/** Notes that what is owed was given; the amount is the one that is shown here, or it is refused. */
export class SettleDialog extends ActDialog {
  static override properties = { ...ActDialog.properties, remedyId: {} }
  declare remedyId: string | undefined

  get #remedy(): DeskRemedy | undefined {
    return this.ticket.remedies.find(({ id }) => id === this.remedyId)
  }

  protected override heading(): string {
    return this.context.words.owed.settleTitle
  }

  protected override fields() {
    const { words } = this.context
    const { owed } = words
    const remedy = this.#remedy
    if (!remedy) return html``
    return html`
      <p><b>${owed.settleLead(whatIsOwed(this.context, remedy))}</b></p>
      ${remedy.lines.length > 1 ? html`<ul class="owed-lines">${remedy.lines.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
      ${remedy.state === 'owed' ? html`<p class="quiet">${owed.notChosen}</p>` : nothing}
      ${payee(this.context, { payee: remedy.payee })}
      <wa-input
        name="reference"
        label=${owed.reference}
        hint=${owed.referenceHint}
        maxlength=${limits.settlement_reference_chars_max}
        required
        autocomplete="off"
      ></wa-input>
      <wa-textarea name="note" label=${owed.note} rows="2" resize="auto"></wa-textarea>
    `
  }

  protected override submitLabel(): string {
    return this.context.words.owed.settleSend
  }

  protected override send(form: FormData, ticket: DeskTicket, idempotencyKey: string) {
    const remedy = this.#remedy
    const note = String(form.get('note') ?? '').trim()
    return settleRemedy(
      this.context.api,
      { code: ticket.code, id: remedy?.id ?? '' },
      {
        reference: String(form.get('reference') ?? '').trim(),
        ...(note && { note }),
        ...(remedy?.amount && { seenAmount: remedy.amount }),
        ...(remedy?.days !== undefined && { seenDays: remedy.days }),
      },
      idempotencyKey,
    )
  }
}
