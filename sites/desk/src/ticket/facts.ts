import type { DeskTicket } from '@camket/contracts'
import { describeRatingLevel, describeRatingReason } from '@camket/core/describe-rating'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskContext, departmentName, responsible } from '../desk-context.ts'
import { stateChip } from '../parts/state-chip.ts'
import { coverageDetails } from '../words/coverage-details.ts'
import { phoneWords } from '../words/phone-words.ts'
import { shortDate, shortInstant } from '../words/when.ts'

/** What one has to know beside the conversation: deadlines, what is `owed` for missed ones, who, for whom, about what. */
export function facts(
  context: DeskContext,
  ticket: DeskTicket,
  now: Date,
  owed: TemplateResult | typeof nothing,
): TemplateResult {
  const { words, locale, me } = context
  const { timeZone } = me.merchant
  return html`
    ${section(
      words.ticket.deadlines,
      html`<ul class="deadlines">
        ${ticket.deadlines.map(
          (deadline) => html`<li>
            <span>${words.milestone[deadline.milestone]}${deadline.internal ? ` (${words.change.internal})` : ''}</span>
            ${stateChip(context, deadline, now)}
            ${deadline.warned && deadline.state === 'running' ? html`<small>⚠ ${words.change.warned}</small>` : nothing}
            ${deadline.excludedReason === 'rematched' ? html`<small>${words.change.rematched}</small>` : nothing}
            ${deadline.excludedReason === 'handed_on' ? html`<small>${words.change.handedOn}</small>` : nothing}
            ${
              deadline.metLateAt
                ? html`<small>${words.when.metLate(shortInstant(deadline.metLateAt, locale, timeZone))}</small>`
                : nothing
            }
          </li>`,
        )}
      </ul>`,
    )}
    ${owed} ${rating(context, ticket)}
    ${section(
      words.ticket.responsible,
      html`<p><b>${responsible(context, ticket)}</b></p>
        <p class="quiet">${departmentName(context, ticket.departmentId)}</p>`,
    )}
    ${customer(context, ticket)} ${product(context, ticket)}
    ${
      ticket.callback
        ? section(
            words.ticket.callback,
            html`<p>${shortInstant(ticket.callback.from, locale, timeZone)} – ${shortInstant(ticket.callback.to, locale, timeZone)}</p>`,
          )
        : nothing
    }
    ${
      ticket.filledFields && ticket.filledFields.length > 0
        ? section(
            words.ticket.fields,
            html`<dl>
            ${ticket.filledFields.map(({ label, text }) => html`<dt class="quiet">${label}</dt><dd>${text}</dd>`)}
          </dl>`,
          )
        : nothing
    }
  `
}

/** How satisfied the customer was at last, and why. */
function rating({ words, locale, me }: DeskContext, { rating: given }: DeskTicket) {
  if (!given) return nothing
  const reason = describeRatingReason(given, locale)
  return section(
    words.ticket.rating,
    html`<p><b>${describeRatingLevel(given.level, locale)}</b></p>
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${given.comment ? html`<p class="words">${given.comment}</p>` : nothing}
      <p class="quiet">${shortInstant(given.at, locale, me.merchant.timeZone)}</p>`,
  )
}

function customer({ words }: DeskContext, ticket: DeskTicket) {
  const { name, email, phone, type } = ticket.customer
  const tier = ticket.customerTier ? ` · ${ticket.customerTier}` : ''
  return section(
    words.ticket.customer,
    html`<p><b>${name}</b></p>
      ${phone ? html`<p><a href="tel:${phone}">${phoneWords(phone)}</a></p>` : nothing}
      ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}
      <p class="quiet">${words.customerType[type]}${tier} · ${words.ticket.requests(ticket.customerTickets)}</p>`,
  )
}

function product({ words, locale }: DeskContext, ticket: DeskTicket) {
  const { product: of, coverage } = ticket
  if (!of && !coverage) return nothing
  const lines = [
    of?.serial && `${words.ticket.serial}: ${of.serial}`,
    of?.orderNumber && `${words.ticket.order}: ${of.orderNumber}`,
    of?.purchasedOn && words.ticket.bought(shortDate(of.purchasedOn, locale)),
  ].filter((line): line is string => Boolean(line))
  return section(
    words.ticket.product,
    html`<p>${[of?.name, of?.code].filter(Boolean).join(' · ')}</p>
      ${lines.map((line) => html`<p class="quiet">${line}</p>`)}
      ${
        coverage
          ? html`<p>
            <span class="state ${coverage.state === 'covered' ? 'kept' : 'paused'}">${words.coverage[coverage.state]}</span>
            <small class="quiet">
              ${coverageDetails(words, locale, coverage)}
            </small>
          </p>`
          : nothing
      }`,
  )
}

const section = (title: string, content: TemplateResult) =>
  html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`
