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

export const getTicketWithKey = (api: Api, code: string, key: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}`, { query, key })

export const getMyTickets = (api: Api, merchant: string, token: string) =>
  call<MyTickets>(api, path`/api/v1/merchants/${merchant}/my/tickets`, { key: token })

/** A browser keeps the last answer and is told 304 while it still holds. */
export const checkUnread = (api: Api, merchant: string, codes: readonly string[], token?: string) =>
  call<UnreadView>(api, path`/api/v1/merchants/${merchant}/unread`, {
    query: { codes: codes.length > 0 ? codes.join(',') : undefined },
    key: token,
  })

export const sendMessage = (
  api: Api,
  code: string,
  key: string,
  body: CustomerMessageInput,
  idempotencyKey?: string,
) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/messages`, {
    body,
    key,
    idempotencyKey,
  })

export const withdrawTicket = (api: Api, code: string, key: string) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/withdrawal`, { body: {}, key })

export const rateTicket = (api: Api, code: string, key: string, body: RatingInput, idempotencyKey?: string) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/rating`, {
    body,
    key,
    idempotencyKey,
  })

export const chooseRemedy = (
  api: Api,
  { code, key, id }: { readonly code: string; readonly key: string; readonly id: string },
  body: RemedyChoiceInput,
  idempotencyKey?: string,
) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/remedies/${id}/choice`, {
    body,
    key,
    idempotencyKey,
  })

export const disputeRemedy = (
  api: Api,
  { code, key, id }: { readonly code: string; readonly key: string; readonly id: string },
  body: RemedyDisputeInput,
  idempotencyKey?: string,
) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/remedies/${id}/dispute`, {
    body,
    key,
    idempotencyKey,
  })
