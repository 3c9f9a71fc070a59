import type { AttachmentView, CustomerTicket } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import { describeMoment } from '@camket/core/describe-due'
import { instant } from './instant.ts'
import type { Place } from './place.ts'
import { section } from './section.ts'

export function conversation({ messages }: CustomerTicket, place: Place): Template {
  const { words, now } = place
  return section(
    words.conversation,
    html`<ol class="messages">
      ${messages.map(
        ({ from, name, text, at, attachments }) => html`<li class="message ${from}">
          <span class="line who small quiet">
            <b>${from === 'customer' ? words.you : name}</b>
            ${instant(at, describeMoment(new Date(at), now, place), place)}
          </span>
          <p class="text">${text}</p>
          ${attachments.length > 0 ? html`<div class="line small">${attachments.map(attached)}</div>` : nothing}
        </li>`,
      )}
    </ol>`,
  )
}

const attached = ({ name, url, previewUrl }: AttachmentView): Template =>
  html`<a href=${url} target="_blank" rel="noopener">
    ${previewUrl ? html`<img src=${previewUrl} alt=${name} loading="lazy" />` : name}
  </a>`
