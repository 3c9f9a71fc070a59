import type { MyTickets, UnreadView } from '../identify.ts'
import type {
  CustomerMessageInput,
  CustomerTicket,
  LostKeyInput,
  PublicTicket,
  RatingInput,
  RemedyChoiceInput,
  RemedyDisputeInput,
} from '../tickets.ts'
import { type Api, call, path } from './call.ts'

export const requestLostKey = (api: Api, merchant: string, body: LostKeyInput) =>
  call<undefined>(api, path`/api/v1/merchants/${merchant}/lost-keys`, { body })

export const getTicket = (api: Api, code: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<PublicTicket>(api, path`/api/v1/tickets/${code}`, { query })

/** `card`: `true`, also as a page shows it; its tag, if that is another by now; `line`, as a list does. */
type TicketQuery = { readonly locale?: 'vi' | 'en'; readonly card?: string }

export const getTicketWithKey = (api: Api, code: string, key: string, query: TicketQuery = {}) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}`, { query, key })

export const getMyTickets = (api: Api, merchant: string, token: string) =>
  call<MyTickets>(api, path`/api/v1/merchants/${merchant}/my/tickets`, { key: token })

/** A browser keeps the last answer and is told 304 while it still holds. */
export const checkUnread = (api: Api, merchant: string, codes: readonly string[], token?: string) =>
  call<UnreadView>(api, path`/api/v1/merchants/${merchant}/unread`, {
    query: { codes: codes.length > 0 ? codes.join(',') : undefined },
    key: token,
  })

/** What a customer can say of a request, by where it is said below its address. */
export type CustomersPart = {
  readonly messages: CustomerMessageInput
  readonly rating: RatingInput
  readonly withdrawal: Readonly<Record<string, never>>
  readonly [choice: `remedies/${string}/choice`]: RemedyChoiceInput
  readonly [dispute: `remedies/${string}/dispute`]: RemedyDisputeInput
}

/** `idempotencyKey`: the same for every try at saying the same. */
export const sayOfTicket = <Part extends keyof CustomersPart>(
  api: Api,
  { code, key }: { readonly code: string; readonly key: string },
  part: Part,
  body: CustomersPart[Part],
  idempotencyKey?: string,
  query: TicketQuery = {},
) =>
  call<CustomerTicket>(api, `${path`/api/v1/tickets/${code}`}/${part}`, { query, body, key, idempotencyKey })

export const sendMessage = (
  api: Api,
  code: string,
  key: string,
  body: CustomerMessageInput,
  idempotencyKey?: string,
) => sayOfTicket(api, { code, key }, 'messages', body, idempotencyKey)

export const withdrawTicket = (api: Api, code: string, key: string) =>
  sayOfTicket(api, { code, key }, 'withdrawal', {})

export const rateTicket = (api: Api, code: string, key: string, body: RatingInput, idempotencyKey?: string) =>
  sayOfTicket(api, { code, key }, 'rating', body, idempotencyKey)

type OfRemedy = { readonly code: string; readonly key: string; readonly id: string }

export const chooseRemedy = (
  api: Api,
  { id, ...ticket }: OfRemedy,
  body: RemedyChoiceInput,
  idempotencyKey?: string,
) => sayOfTicket(api, ticket, `remedies/${encodeURIComponent(id)}/choice`, body, idempotencyKey)

export const disputeRemedy = (
  api: Api,
  { id, ...ticket }: OfRemedy,
  body: RemedyDisputeInput,
  idempotencyKey?: string,
) => sayOfTicket(api, ticket, `remedies/${encodeURIComponent(id)}/dispute`, body, idempotencyKey)
