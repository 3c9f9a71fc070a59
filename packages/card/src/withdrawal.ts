import type { CustomerTicket } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { Place } from './place.ts'
import { fold } from './section.ts'
import { ticketForm } from './ticket-form.ts'

export function withdrawal({ can }: CustomerTicket, place: Place): Template | typeof nothing {
  if (!can.withdraw) return nothing
  const { withdrawal: words } = place.words
  const content = html`<div class="notice held">${words.sure}</div>`
  return fold(
    words.title,
    ticketForm('withdrawal', { content, send: words.send, sent: words.sent, keeps: true }, place),
  )
}
