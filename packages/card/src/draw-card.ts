import type { CustomerTicket } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import { kindName, milestoneName } from '@camket/core/names'
import type { Locale } from '@camket/core/vocabulary'
import { conversation } from './conversation.ts'
import { deadlineChip, deadlines, nearestDeadline } from './deadlines.ts'
import { filed } from './filed.ts'
import type { Place } from './place.ts'
import { rating } from './rating.ts'
import { remedies } from './remedies.ts'
import { reply } from './reply.ts'
import { section } from './section.ts'
import { withdrawal } from './withdrawal.ts'
import { words as en } from './words/en.ts'
import { type CardWords, words as vi } from './words/vi.ts'

const wordsIn: Record<Locale, CardWords> = { vi, en }

type Around = Omit<Place, 'words'>
type Line = { readonly line: Template }

/** What `card` of a ticket says (contracts/card.ts), drawn for whoever holds its key. */
export function drawCard(ticket: CustomerTicket, around: Around): Line & { readonly body: Template } {
  return { ...drawLine(ticket, around), body: body(ticket, placeOf(around)) }
}

/** The same for a list. */
export const drawLine = (ticket: CustomerTicket, around: Around): Line => ({
  line: line(ticket, placeOf(around)),
})

const placeOf = (around: Around): Place => ({ ...around, words: wordsIn[around.locale] })

function line(ticket: CustomerTicket, place: Place): Template {
  const nearest = nearestDeadline(ticket.deadlines)
  return html`${kindName(ticket.kind, place.locale)} · ${standing(ticket, place)} ${
    nearest
      ? html`<span>· ${milestoneName(nearest.milestone, place.locale)}</span> ${deadlineChip(nearest, place)}`
      : nothing
  }`
}

function body(ticket: CustomerTicket, place: Place): Template {
  const { words } = place
  return html`
    ${head(ticket, place)} ${filed(ticket, place)} ${deadlines(ticket, place)} ${remedies(ticket, place)}
    ${conversation(ticket, place)} ${rating(ticket, place)} ${reply(ticket, place)} ${withdrawal(ticket, place)}
    <a class="small" href=${place.pageUrl} target="_blank" rel="noopener">${words.full}</a>
  `
}

function head(ticket: CustomerTicket, place: Place): Template {
  const { words } = place
  const { code, subject, owner, department, resolutionPlan } = ticket
  return html`
    <div class="line">
      <span class="code">${code}</span>
      <span class="quiet">${standing(ticket, place)}</span>
    </div>
    <p class="subject">${subject}</p>
    <p class="small quiet">${owner ? words.owner(owner) : words.department(department)}</p>
    ${resolutionPlan ? section(words.plan, html`<p class="text">${resolutionPlan}</p>`) : nothing}
  `
}

/** How a request stands, and what came of it where that says more than the status. */
const standing = ({ status, outcome }: CustomerTicket, { words }: Place): string =>
  words.status[status] + (outcome && outcome !== 'answered' ? ` · ${words.outcome[outcome]}` : '')
