import type {
  CallInput,
  DeskTicket,
  FactsInput,
  HandOffInput,
  InboxPage,
  InboxQuery,
  KindInput,
  NoteInput,
  PlanInput,
  PriorityInput,
  RematchInput,
  RematchView,
  RemediesPage,
  RemediesQuery,
  ReplyInput,
  ResolutionInput,
  SettlementInput,
  StatusInput,
  WaiverInput,
} from '../desk.ts'
import { type Api, call, path } from './call.ts'

export const getInbox = (api: Api, query: InboxQuery = {}, signal?: AbortSignal) =>
  call<InboxPage>(api, '/api/v1/desk/tickets', { query, signal })

export const getDeskTicket = (api: Api, code: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}`, { query })

export const replyToTicket = (api: Api, code: string, body: ReplyInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/replies`, { body, idempotencyKey })

export const noteOnTicket = (api: Api, code: string, body: NoteInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/notes`, { body, idempotencyKey })

export const setPriority = (api: Api, code: string, body: PriorityInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/priority`, { method: 'PUT', body })

export const setKind = (api: Api, code: string, body: KindInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/kind`, { method: 'PUT', body })

export const previewRematch = (api: Api, code: string, body: RematchInput) =>
  call<RematchView>(api, path`/api/v1/desk/tickets/${code}/rematch`, { body })

export const setFacts = (api: Api, code: string, body: FactsInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/facts`, { method: 'PUT', body })

export const setPlan = (api: Api, code: string, body: PlanInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/plan`, { method: 'PUT', body })

export const handOff = (api: Api, code: string, body: HandOffInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/hand-offs`, { body })

export const setStatus = (api: Api, code: string, body: StatusInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/status`, { method: 'PUT', body })

export const recordCall = (api: Api, code: string, body: CallInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/calls`, { body })

export const resolveTicket = (api: Api, code: string, body: ResolutionInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/resolution`, {
    body,
    idempotencyKey,
  })

export const getRemedies = (api: Api, query: RemediesQuery = {}) =>
  call<RemediesPage>(api, '/api/v1/desk/remedies', { query })

export const settleRemedy = (
  api: Api,
  { code, id }: { readonly code: string; readonly id: string },
  body: SettlementInput,
  idempotencyKey?: string,
) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/remedies/${id}/settlement`, {
    body,
    idempotencyKey,
  })

export const waiveRemedy = (
  api: Api,
  { code, id }: { readonly code: string; readonly id: string },
  body: WaiverInput,
  idempotencyKey?: string,
) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/remedies/${id}/waiver`, {
    body,
    idempotencyKey,
  })
