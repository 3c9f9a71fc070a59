import type { DeskTicket } from '@camket/contracts'
import { setFacts } from '@camket/contracts/client'
import { html } from 'lit'
import { ActDialog } from './act-dialog.ts'
import { digitsOf, factLabel, isSum } from './fact-words.ts'

/** Notes the numbers that the request's version of the commitment computes with; what is left empty stays unknown. */
export class FactsDialog extends ActDialog {
  protected override heading(): string {
    return this.context.words.change.factsTitle
  }

  protected override fields() {
    const { change } = this.context.words
    const { ticket } = this
    return html`<p class="quiet">${change.factsHint}</p>
      ${ticket.factNames.map((name) => {
        const digits = digitsOf(name, ticket.currency)
        const value = ticket.facts[name]
        return html`<wa-input
          type="number"
          name=${name}
          label=${isSum(name) ? `${factLabel(this.context, name)} (${ticket.currency})` : factLabel(this.context, name)}
          min="0"
          step=${10 ** -digits}
          inputmode=${digits > 0 ? 'decimal' : 'numeric'}
          .value=${value === undefined ? '' : String(value / 10 ** digits)}
        ></wa-input>`
      })}`
  }

  protected override submitLabel(): string {
    return this.context.words.change.factsSave
  }

  protected override send(form: FormData, ticket: DeskTicket) {
    const entries = ticket.factNames.flatMap((name) => {
      const text = String(form.get(name) ?? '').trim()
      const value = Math.round(Number(text) * 10 ** digitsOf(name, ticket.currency))
      return text === '' || !Number.isFinite(value) ? [] : [[name, value] as const]
    })
    return setFacts(this.context.api, ticket.code, { facts: Object.fromEntries(entries) })
  }
}
