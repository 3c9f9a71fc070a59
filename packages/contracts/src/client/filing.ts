import type { ChallengeView } from '../challenge.ts'
import type {
  DeskFileInput,
  FileTicketInput,
  PreviewInput,
  PreviewView,
  Receipt,
  UploadView,
} from '../tickets.ts'
import { type Api, call, path } from './call.ts'

export const previewDeadlines = (api: Api, merchant: string, body: PreviewInput, signal?: AbortSignal) =>
  call<PreviewView>(api, path`/api/v1/merchants/${merchant}/deadlines`, {
    body,
    signal,
  })

/**
 * `idempotencyKey`: the same for every try at sending the same request. `token`: of a customer whom the merchant
 * vouches for. `proof`: what was made of the challenge that an earlier try was answered with.
 */
export const fileTicket = (
  api: Api,
  merchant: string,
  body: FileTicketInput,
  idempotencyKey: string,
  { token, proof }: { readonly token?: string | undefined; readonly proof?: string | undefined } = {},
) =>
  call<Receipt>(api, path`/api/v1/merchants/${merchant}/tickets`, {
    body,
    idempotencyKey,
    key: token,
    proof,
  })

export const getChallenge = (api: Api, merchant: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<ChallengeView>(api, path`/api/v1/merchants/${merchant}/challenge`, { query })

/** `proof`: what was made of the merchant's challenge. */
export const solvePass = (api: Api, merchant: string, pass: string, proof: string) =>
  call<undefined>(api, path`/api/v1/merchants/${merchant}/challenge/passes`, { body: { pass }, proof })

/** `idempotencyKey`: the same for every try at sending the same file, and hard to guess. */
export const uploadAttachment = (
  api: Api,
  merchant: string,
  file: Blob,
  fileName: string,
  idempotencyKey?: string,
) =>
  call<UploadView>(api, path`/api/v1/merchants/${merchant}/attachments`, {
    body: file,
    fileName,
    idempotencyKey,
  })

export const uploadAttachmentAsStaff = (api: Api, file: Blob, fileName: string) =>
  call<UploadView>(api, '/api/v1/desk/attachments', { body: file, fileName })

export const fileTicketAsStaff = (api: Api, body: DeskFileInput, idempotencyKey: string) =>
  call<Receipt>(api, '/api/v1/desk/tickets', { body, idempotencyKey })
