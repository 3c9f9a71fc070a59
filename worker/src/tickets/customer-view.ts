import type { CustomerTicket } from '@camket/contracts'
import { actsIn, type Locale } from '@camket/core'
import { present } from '@camket/core/present'
import { filledFields } from '../embed/filled-fields.ts'
import type { PublicRows, WordRows } from './lookup-store.ts'
import { type LinkContext, messageViews } from './message-view.ts'
import { publicTicket } from './public-view.ts'
import { customerRemedies } from './remedies-view.ts'

/** For whoever holds the key: the public view, and what was said. Notes are never among it. */
export async function customerTicket(
  rows: PublicRows,
  words: WordRows,
  link: LinkContext,
  locale: Locale,
): Promise<CustomerTicket> {
  const acts = actsIn(rows.ticket.state.ticket.status)
  return {
    ...publicTicket(rows, link.now, locale),
    ...wordsOf(rows, words, locale),
    remedies: customerRemedies(rows, words, { now: link.now, locale }),
    ...present({ owner: responsibleName(rows, words) }),
    messages: (await messageViews(rows, words, link))
      .filter(({ visibility }) => visibility === 'public')
      .map(withoutVisibility),
    can: {
      reply: acts.includes('customer_reply'),
      withdraw: acts.includes('withdraw'),
      rate: acts.includes('rate'),
    },
  }
}

/** What the customer filed and how they rated it, and staff's plan for it. */
export function wordsOf(
  { ticket, merchant }: Pick<PublicRows, 'ticket' | 'merchant'>,
  { contents, embed, attachments: files }: Pick<WordRows, 'contents' | 'embed' | 'attachments'>,
  locale: Locale,
): Pick<
  CustomerTicket,
  | 'filledFields'
  | 'subject'
  | 'customer'
  | 'product'
  | 'callback'
  | 'fields'
  | 'coverage'
  | 'resolutionPlan'
  | 'rating'
> {
  const { subject, contact, product, callback, fields, coverage, resolutionPlan, ratingComment } = contents
  const { rating } = ticket.state.ticket
  return {
    subject,
    customer: { ...contact, type: ticket.state.ticket.customerType },
    ...(product && { product }),
    ...(callback && { callback }),
    ...(fields && {
      fields,
      filledFields: filledFields(fields, {
        own: embed?.fields ?? [],
        files,
        locale,
        merchantLocale: merchant.locale,
      }),
    }),
    ...(coverage && { coverage: coverage as NonNullable<CustomerTicket['coverage']> }),
    ...(resolutionPlan && { resolutionPlan }),
    ...(rating && {
      rating: { ...rating, at: rating.at.toISOString(), ...(ratingComment && { comment: ratingComment }) },
    }),
  }
}

/** There is always somebody: the owner, or the lead of the department where it lies. */
function responsibleName({ ticket, departments }: PublicRows, { staff }: WordRows): string | undefined {
  const { ownerId, departmentId } = ticket.state.ticket
  const id = ownerId ?? departments.find((department) => department.id === departmentId)?.leadId
  return staff.find((person) => person.id === id)?.name
}

function withoutVisibility<T extends { visibility: unknown }>({ visibility: _, ...message }: T) {
  return message
}
