import type { CustomerTicket } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { Place } from './place.ts'
import { field, ticketForm } from './ticket-form.ts'

export function reply({ can }: CustomerTicket, place: Place): Template | typeof nothing {
  if (!can.reply) return nothing
  const { reply: words, tooLong } = place.words
  const content = field(
    'reply',
    words.label,
    html`<textarea id="reply" name="text" rows="3" aria-describedby="reply-error" required></textarea>`,
  )
  return ticketForm(
    'messages',
    {
      content,
      send: words.send,
      sent: words.sent,
      texts: { too_big: tooLong(limits.message_chars_max) },
      files: limits.attachments_per_reply_max,
      keeps: true,
    },
    place,
  )
}
