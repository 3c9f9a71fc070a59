import type { DeskRemedy, DeskTicket } from '@camket/contracts'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskContext, mayAct } from '../desk-context.ts'
import { fullInstant, shortInstant } from '../words/when.ts'
import { payee } from './payee.ts'
import { factWords, isOpen, whatIsOwed } from './what-is-owed.ts'

export type RemedyAct = 'settle' | 'waive'

/** `facts`: note the numbers that it is computed with. */
type OnAct = (act: RemedyAct | 'facts', remedy: DeskRemedy) => void

/** What a request owes its customer: why, to whom, by when, and what staff can do about it. */
export function ticketRemedies(
  context: DeskContext,
  ticket: DeskTicket,
  onAct: OnAct,
): TemplateResult | typeof nothing {
  if (ticket.remedies.length === 0) return nothing
  return html`<section id="remedies" tabindex="-1">
    <h2>${context.words.ticket.remedies}</h2>
    <ul class="remedies">
      ${ticket.remedies.map((remedy) => html`<li>${one(context, ticket, remedy, onAct)}</li>`)}
    </ul>
  </section>`
}

function one(context: DeskContext, ticket: DeskTicket, remedy: DeskRemedy, onAct: OnAct) {
  const { words, me } = context
  const { owed } = words
  const open = isOpen(remedy)
  const hasLines = remedy.lines.length > 1 || remedy.lines.some(({ reason }) => reason !== 'missed')
  return html`
    <p>
      <b>${whatIsOwed(context, remedy)}</b>
      <span class="state ${remedy.state === 'settled' ? 'kept' : 'owed'}">${words.remedyState[remedy.state]}</span>
    </p>
    ${hasLines ? html`<ul class="owed-lines">${remedy.lines.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${dates(context, remedy)}
    ${open && remedy.factsNeeded.length > 0 ? factsNeeded(context, ticket, remedy, onAct) : nothing}
    ${
      remedy.state === 'owed' && remedy.choices.length > 1
        ? html`<p class="quiet">${owed.offers} ${remedy.choices.map(({ text }) => text).join('; ')}</p>`
        : nothing
    }
    ${remedy.state === 'owed' ? html`<p class="quiet">${owed.notChosen}</p>` : nothing}
    ${remedy.state === 'disputed' ? html`<p class="failure">${owed.disputed}</p>` : nothing}
    ${
      remedy.state === 'waived' && remedy.exclusion
        ? html`<p class="quiet">${owed.waivedFor(me.exclusions.find(({ code }) => code === remedy.exclusion)?.text ?? remedy.exclusion)}</p>`
        : nothing
    }
    ${payee(context, remedy)}
    ${
      open && mayAct(context) && ticket.acts.includes('settle_remedy')
        ? html`<div class="acts">
            ${
              remedy.grows
                ? nothing
                : html`<wa-button size="s" variant="brand" @click=${() => onAct('settle', remedy)}>${owed.settle}</wa-button>`
            }
            <wa-button size="s" appearance="outlined" @click=${() => onAct('waive', remedy)}>${owed.waive}</wa-button>
          </div>`
        : nothing
    }
  `
}

function factsNeeded(context: DeskContext, { acts }: DeskTicket, remedy: DeskRemedy, onAct: OnAct) {
  const { owed } = context.words
  return html`<p class="failure">
    ${owed.factsNeeded(factWords(context, remedy.factsNeeded))}
    ${
      mayAct(context) && acts.includes('set_facts')
        ? html`<button class="plain" @click=${() => onAct('facts', remedy)}>${owed.noteFacts}</button>`
        : nothing
    }
  </p>`
}

function dates({ words, locale, me }: DeskContext, remedy: DeskRemedy) {
  const { owed } = words
  const { timeZone } = me.merchant
  const moment = (at: string) =>
    html`<time datetime=${at} title=${fullInstant(at, locale, timeZone)}>${shortInstant(at, locale, timeZone)}</time>`
  if (remedy.state === 'settled' && remedy.settledAt) {
    return html`<p class="quiet">${owed.settledAt(shortInstant(remedy.settledAt, locale, timeZone))}</p>`
  }
  if (!isOpen(remedy)) return nothing
  return html`${
    remedy.settleBy
      ? html`<p class=${remedy.overdue ? 'late' : 'quiet'}>
          ${owed.settleBy} ${moment(remedy.settleBy)}${remedy.overdue ? html` · ${owed.overdue}` : nothing}
        </p>`
      : nothing
  }
  ${remedy.grows && remedy.factsNeeded.length === 0 ? html`<p class="quiet">${owed.grows}</p>` : nothing}
  ${
    remedy.state === 'owed' && remedy.claimBy
      ? html`<p class="quiet">${owed.claimBy(shortInstant(remedy.claimBy, locale, timeZone))}</p>`
      : nothing
  }`
}
