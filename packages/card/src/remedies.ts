import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { html, nothing, type Template } from '@camket/contracts/template'
import { describeMoment } from '@camket/core/describe-due'
import { due, instant } from './instant.ts'
import type { Place } from './place.ts'
import { remedyChoice } from './remedy-choice.ts'
import { fold, section } from './section.ts'
import { field, ticketForm } from './ticket-form.ts'

/** What missed deadlines owe the customer, what became of it, and what they can say of it. */
export function remedies(ticket: CustomerTicket, place: Place): Template | typeof nothing {
  if (ticket.remedies.length === 0) return nothing
  return section(
    place.words.remedies,
    html`<ul class="rows">
      ${ticket.remedies.map((remedy) => owed(remedy, ticket, place))}
    </ul>`,
  )
}

function owed(remedy: CustomerRemedy, ticket: CustomerTicket, place: Place): Template {
  const { remedyState, remedy: words } = place.words
  const { state, choices, chosen = 0, lines, payee, reference, can } = remedy
  const small = (content: unknown) => html`<small>${content}</small>`
  return html`<li>
    <span>${choices[chosen]?.text}</span>
    <span class="state ${state === 'settled' ? 'kept' : 'owed'}">${remedyState[state]}</span>
    ${notes(remedy, place).map(small)}
    ${lines.length > 1 ? lines.map(({ text }) => small(text)) : nothing}
    ${payee ? small(`${words.ways[payee.way]} ${payee.hint}`) : nothing}
    ${reference ? small(reference) : nothing}
    ${
      can.choose
        ? fold(
            state === 'owed' ? words.take : words.again,
            remedyChoice(remedy, ticket.customer, place),
            state === 'owed',
          )
        : nothing
    }
    ${can.dispute ? fold(words.dispute, disputeForm(remedy, place)) : nothing}
  </li>`
}

/** What is to be known of it as it stands. */
function notes(remedy: CustomerRemedy, place: Place): (string | Template)[] {
  const { words, now } = place
  const { remedy: said } = words
  const { state, factsNeeded, grows, claimBy, settleBy, overdue, settledAt } = remedy
  const isOpen = state === 'owed' || state === 'chosen' || state === 'disputed'
  const at = (instantAt: string, text: string) => instant(instantAt, text, place)
  return [
    isOpen && factsNeeded.length > 0 && said.factsNeeded,
    isOpen && grows && factsNeeded.length === 0 && said.grows,
    state === 'owed' && claimBy && at(claimBy, said.claimBy(due(claimBy, place))),
    isOpen && settleBy && at(settleBy, said.settleBy(due(settleBy, place))),
    isOpen && overdue && said.overdue,
    state === 'settled' &&
      settledAt &&
      at(settledAt, said.settledAt(describeMoment(new Date(settledAt), now, place))),
    state === 'disputed' && said.isDisputed,
    state === 'expired' && said.expired,
  ].flatMap((note) => (note ? [note] : []))
}

/** "I do not agree", with words of one's own if one likes. */
function disputeForm({ id }: CustomerRemedy, place: Place): Template {
  const { remedy: words, tooLong } = place.words
  const content = html`<p class="small quiet">${words.disputeLead}</p>
    ${field('dispute', words.own, html`<textarea id="dispute" name="text" aria-describedby="dispute-error"></textarea>`)}`
  const texts = { too_big: tooLong(limits.message_chars_max) }
  return ticketForm(
    `remedies/${id}/dispute`,
    { content, send: words.disputeSend, sent: words.disputed, texts, keeps: true },
    place,
  )
}
