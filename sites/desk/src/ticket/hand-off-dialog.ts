import type { DeskTicket } from '@camket/contracts'
import { handOff } from '@camket/contracts/client'
import { html } from 'lit'
import { ActDialog } from './act-dialog.ts'

/** Hands a ticket over, with a reason that the customer sees and words that only colleagues see. */
export class HandOffDialog extends ActDialog {
  protected override heading(): string {
    return this.context.words.handOff.title
  }

  protected override fields() {
    const { words, me } = this.context
    const people = me.staffMembers.filter(
      ({ role, deactivatedAt }) =>
        !deactivatedAt && (role === 'owner' || role === 'lead' || role === 'staff'),
    )
    return html`
      <wa-select name="departmentId" label=${words.handOff.department} .value=${this.ticket.departmentId} required>
        ${me.departments.map(({ id, name }) => html`<wa-option value=${id}>${name}</wa-option>`)}
      </wa-select>
      <wa-select name="ownerId" label=${words.handOff.owner} value="lead">
        <wa-option value="lead">${words.handOff.lead}</wa-option>
        ${people.map(({ id, name }) => html`<wa-option value=${id}>${name}</wa-option>`)}
      </wa-select>
      <wa-select name="reason" label=${words.handOff.reason} required>
        ${me.handOffReasons.map(({ code, text }) => html`<wa-option value=${code}>${text}</wa-option>`)}
      </wa-select>
      <wa-textarea name="note" label=${words.handOff.note} rows="3" resize="auto"></wa-textarea>
    `
  }

  protected override submitLabel(): string {
    return this.context.words.handOff.send
  }

  protected override send(form: FormData, ticket: DeskTicket) {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const ownerId = text('ownerId')
    const note = text('note')
    return handOff(this.context.api, ticket.code, {
      departmentId: text('departmentId'),
      ...(ownerId !== 'lead' && { ownerId }),
      reason: text('reason'),
      ...(note && { note }),
    })
  }
}
