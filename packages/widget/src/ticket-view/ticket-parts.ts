import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import type { ConversationSession } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { momentWords } from '../time/moment-words.ts'
import { dueTime, timeOf } from '../time/time-of.ts'
import { deadlineChip } from './deadline-chip.ts'
import { isAhead } from './nearest-deadline.ts'
import { standingWords } from './standing-words.ts'

export const section = (title: string, content: Template): Template =>
  html`<section><h3>${title}</h3>${content}</section>`

export function headPart(ticket: CustomerTicket, { words }: ConversationSession): Template {
  return html`
    <div class="line">
      <span class="code">${ticket.code}</span>
      <span class="quiet">${standingWords(ticket, words)}</span>
    </div>
    <p class="subject">${ticket.subject}</p>
    <p class="small quiet">
      ${ticket.owner ? words.ticket.owner(ticket.owner) : words.ticket.department(ticket.department)}
    </p>
    ${
      ticket.resolutionPlan
        ? section(words.ticket.plan, html`<p class="text">${ticket.resolutionPlan}</p>`)
        : nothing
    }
  `
}

export function deadlinesPart(
  { deadlines }: CustomerTicket,
  session: ConversationSession,
): Template | typeof nothing {
  if (deadlines.length === 0) return nothing
  const { words } = session
  return section(
    words.ticket.deadlines,
    html`<ul class="rows">
      ${deadlines.map(
        (deadline) => html`<li>
          <span>${words.milestone[deadline.milestone]}</span>
          ${deadlineChip(deadline, session)}
          ${deadline.remedy && isAhead(deadline) ? html`<small>${deadline.remedy.text}</small>` : nothing}
        </li>`,
      )}
    </ul>`,
  )
}

export function remediesPart(
  { remedies }: CustomerTicket,
  session: ConversationSession,
  choose: (remedy: CustomerRemedy) => unknown,
): Template | typeof nothing {
  if (remedies.length === 0) return nothing
  const { words } = session
  return section(
    words.ticket.remedies,
    html`<ul class="rows">
      ${remedies.map(
        (remedy) => html`<li>
          <span>${remedy.choices[remedy.chosen ?? 0]?.text}</span>
          <span class="state ${remedy.state === 'settled' ? 'kept' : 'owed'}">${words.remedyState[remedy.state]}</span>
          ${
            remedy.settleBy && (remedy.state === 'owed' || remedy.state === 'chosen')
              ? html`<small>
                  ${words.ticket.settleBy('')}${dueTime(remedy.settleBy, session)}
                </small>`
              : nothing
          }
          ${remedy.lines.length > 1 ? remedy.lines.map(({ text }) => html`<small>${text}</small>`) : nothing}
          ${remedy.payee ? html`<small>${words.remedy.ways[remedy.payee.way]} ${remedy.payee.hint}</small>` : nothing}
          ${remedy.reference ? html`<small>${remedy.reference}</small>` : nothing}
          ${remedy.can.choose ? choose(remedy) : nothing}
        </li>`,
      )}
    </ul>`,
  )
}

export function conversationPart({ messages }: CustomerTicket, session: ConversationSession): Template {
  const { words } = session
  return section(
    words.ticket.conversation,
    html`<ol class="messages">
      ${messages.map(
        ({ from, name, text, at, attachments }) => html`<li class="message ${from}">
          <span class="line who small quiet">
            <b>${from === 'customer' ? words.ticket.you : name}</b>
            ${timeOf(at, momentWords(at, new Date(), session), session)}
          </span>
          <p class="text">${text}</p>
          ${attachments.length > 0 ? html`<div class="line small">${attachments.map(attached)}</div>` : nothing}
        </li>`,
      )}
    </ol>`,
  )
}

function attached({ name, url, previewUrl }: CustomerTicket['messages'][number]['attachments'][number]) {
  return html`<a href=${url} target="_blank" rel="noopener">
    ${previewUrl ? html`<img src=${previewUrl} alt=${name} loading="lazy" />` : name}
  </a>`
}
