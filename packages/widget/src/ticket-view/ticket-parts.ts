import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import type { ConversationSession } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { momentWords } from '../time/moment-words.ts'
import { dueTime, timeOf } from '../time/time-of.ts'
import { deadlineChip } from './deadline-chip.ts'

export function headPart(ticket: CustomerTicket, { words }: ConversationSession): Template {
  const outcome = ticket.outcome && ticket.outcome !== 'answered' ? ` · ${words.outcome[ticket.outcome]}` : ''
  return html`
    <div class="top">
      <span class="code">${ticket.code}</span>
      <span class="quiet">${words.status[ticket.status]}${outcome}</span>
    </div>
    <p class="subject">${ticket.subject}</p>
    <p class="small quiet">
      ${ticket.owner ? words.ticket.owner(ticket.owner) : words.ticket.department(ticket.department)}
    </p>
    ${
      ticket.resolutionPlan
        ? html`<div><h3>${words.ticket.plan}</h3><p class="text">${ticket.resolutionPlan}</p></div>`
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
  return html`<section>
    <h3>${words.ticket.deadlines}</h3>
    <ul class="rows">
      ${deadlines.map(
        (deadline) => html`<li>
          <span>${words.milestone[deadline.milestone]}</span>
          ${deadlineChip(deadline, session)}
          ${
            deadline.remedy && (deadline.state === 'running' || deadline.state === 'paused')
              ? html`<small>${deadline.remedy.text}</small>`
              : nothing
          }
        </li>`,
      )}
    </ul>
  </section>`
}

export function remediesPart(
  { remedies }: CustomerTicket,
  session: ConversationSession,
  choose: (remedy: CustomerRemedy) => unknown,
): Template | typeof nothing {
  if (remedies.length === 0) return nothing
  const { words } = session
  return html`<section>
    <h3>${words.ticket.remedies}</h3>
    <ul class="rows">
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
    </ul>
  </section>`
}

export function conversationPart({ messages }: CustomerTicket, session: ConversationSession): Template {
  const { words } = session
  return html`<section>
    <h3>${words.ticket.conversation}</h3>
    <ol class="messages">
      ${messages.map(
        ({ from, name, text, at, attachments }) => html`<li class="message ${from}">
          <span class="who">
            <b>${from === 'customer' ? words.ticket.you : name}</b>
            ${timeOf(at, momentWords(at, new Date(), session), session)}
          </span>
          <p class="text">${text}</p>
          ${attachments.length > 0 ? html`<div class="attached">${attachments.map(attached)}</div>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`
}

function attached({ name, url, previewUrl }: CustomerTicket['messages'][number]['attachments'][number]) {
  return html`<a href=${url} target="_blank" rel="noopener">
    ${previewUrl ? html`<img src=${previewUrl} alt=${name} loading="lazy" />` : name}
  </a>`
}
