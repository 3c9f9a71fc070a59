import type {
  ArticleHits,
  ArticleQuery,
  ArticleView,
  DeskArticle,
  DeskArticles,
  SaveArticleInput,
} from './articles.ts'
import type { ChallengeView } from './challenge.ts'
import type { CommitmentView } from './commitment.ts'
import type {
  ActiveMerchantInput,
  CallInput,
  DeskTicket,
  FactsInput,
  HandOffInput,
  InboxPage,
  InboxQuery,
  KindInput,
  Me,
  NoteInput,
  PlanInput,
  PriorityInput,
  RematchInput,
  RematchView,
  RemediesPage,
  RemediesQuery,
  ReplyInput,
  ResolutionInput,
  SessionInput,
  SettlementInput,
  SignInLinkInput,
  StatusInput,
  WaiverInput,
} from './desk.ts'
import type {
  DraftPreview,
  DraftView,
  LookBackInput,
  LookBackPart,
  PreviewDraftInput,
  Publication,
  PublishDraftInput,
  SaveDraftBody,
  SavedDraft,
  TemplateList,
} from './drafts.ts'
import type {
  CheckSiteInput,
  EmbedView,
  IdentifySecretView,
  PreviewEmbedInput,
  SaveEmbedInput,
  SiteCheckView,
} from './embed.ts'
import type { MyTickets, UnreadView } from './identify.ts'
import type { WidgetConfig } from './merchants.ts'
import type { Problem } from './problem.ts'
import type { RecordEvents, RecordEventsQuery, RecordQuery, RecordView } from './record.ts'
import type {
  CustomerMessageInput,
  CustomerTicket,
  DeskFileInput,
  FileTicketInput,
  LostKeyInput,
  PreviewInput,
  PreviewView,
  PublicTicket,
  Receipt,
  RemedyChoiceInput,
  RemedyDisputeInput,
  UploadView,
} from './tickets.ts'

/** Where the API is and how to reach it; `fetch` may be in process. */
export type Api = {
  /** Without a slash at the end, such as `https://camket.example`. */
  readonly base: string
  readonly fetch?: (request: Request) => Promise<Response>
  /** Sent with every request, such as the visitor's address when a server asks for them. */
  readonly headers?: Readonly<Record<string, string>>
}

/** `unreachable`: no answer came, so nobody knows whether it was done; try again with the same key. */
export type Failure = {
  readonly ok: false
  readonly problem:
    | Problem
    | {
        readonly code: 'unreachable'
        readonly status: 0
        readonly detail: string
        readonly errors?: undefined
      }
  /** From `Retry-After`, where the answer had one. */
  readonly retryAfterSeconds?: number
}
export type Result<T> = { readonly ok: true; readonly value: T; readonly headers: Headers } | Failure

type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: object
  body?: unknown
  key?: string | undefined
  idempotencyKey?: string | undefined
  proof?: string | undefined
  signal?: AbortSignal | undefined
}

const path = (parts: TemplateStringsArray, ...values: string[]) =>
  String.raw(parts, ...values.map(encodeURIComponent))

async function call<T>(
  api: Api,
  to: string,
  { method = 'GET', query, body, key, idempotencyKey, proof, signal }: Call = {},
): Promise<Result<T>> {
  const url = new URL(`${api.base}${to}`)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  const headers = new Headers(api.headers)
  if (key) headers.set('Authorization', `Bearer ${key}`)
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey)
  if (proof) headers.set('X-Camket-Proof', proof)
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const request = new Request(url, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  return send(api, request)
}

async function send<T>(api: Api, request: Request): Promise<Result<T>> {
  try {
    const response = await (api.fetch ? api.fetch(request) : fetch(request))
    return await readAnswer<T>(response)
  } catch (error) {
    return { ok: false, problem: { code: 'unreachable', status: 0, detail: String(error) } }
  }
}

/** Reads an answer, however it was fetched. */
export async function readAnswer<T>(response: Response): Promise<Result<T>> {
  if (response.ok) {
    const text = await response.text()
    return { ok: true, value: (text ? JSON.parse(text) : undefined) as T, headers: response.headers }
  }
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json')
  const problem = isProblem ? ((await response.json()) as Problem) : strange(response)
  const wait = Number(response.headers.get('Retry-After'))
  return { ok: false, problem, ...(wait > 0 && { retryAfterSeconds: wait }) }
}

/** An answer that is not ours (a proxy's error page): as if none had come. */
const strange = (response: Response) =>
  ({ code: 'unreachable', status: 0, detail: `HTTP ${response.status}` }) as const

export const getWidgetConfig = (api: Api, merchant: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<WidgetConfig>(api, path`/api/v1/merchants/${merchant}/widget`, { query })

export const getCommitment = (api: Api, merchant: string, query: { version?: number } = {}) =>
  call<CommitmentView>(api, path`/api/v1/merchants/${merchant}/commitment`, { query })

export const getRecord = (api: Api, merchant: string, query: RecordQuery = {}) =>
  call<RecordView>(api, path`/api/v1/merchants/${merchant}/record`, { query })

export const getRecordEvents = (api: Api, merchant: string, query: RecordEventsQuery = {}) =>
  call<RecordEvents>(api, path`/api/v1/merchants/${merchant}/record/events`, { query })

export const previewDeadlines = (api: Api, merchant: string, body: PreviewInput, signal?: AbortSignal) =>
  call<PreviewView>(api, path`/api/v1/merchants/${merchant}/deadlines`, {
    method: 'POST',
    body,
    ...(signal && { signal }),
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
  { token, proof }: { readonly token?: string; readonly proof?: string } = {},
) =>
  call<Receipt>(api, path`/api/v1/merchants/${merchant}/tickets`, {
    method: 'POST',
    body,
    idempotencyKey,
    key: token,
    proof,
  })

export const getChallenge = (api: Api, merchant: string) =>
  call<ChallengeView>(api, path`/api/v1/merchants/${merchant}/challenge`)

export const getMyTickets = (api: Api, merchant: string, token: string) =>
  call<MyTickets>(api, path`/api/v1/merchants/${merchant}/my/tickets`, { key: token })

/** A browser keeps the last answer and is told 304 while it still holds. */
export const checkUnread = (api: Api, merchant: string, codes: readonly string[], token?: string) =>
  call<UnreadView>(api, path`/api/v1/merchants/${merchant}/unread`, {
    query: { codes: codes.length > 0 ? codes.join(',') : undefined },
    key: token,
  })

export const searchArticles = (api: Api, merchant: string, query: ArticleQuery = {}, signal?: AbortSignal) =>
  call<ArticleHits>(api, path`/api/v1/merchants/${merchant}/articles`, { query, signal })

export const getArticle = (api: Api, merchant: string, slug: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<ArticleView>(api, path`/api/v1/merchants/${merchant}/articles/${slug}`, { query })

/** `idempotencyKey`: the same for every try at sending the same file, and hard to guess. */
export const uploadAttachment = (
  api: Api,
  merchant: string,
  file: Blob,
  name: string,
  idempotencyKey?: string,
) => send<UploadView>(api, uploadRequestOf(api, merchant, file, name, idempotencyKey))

/** The request of `uploadAttachment`, for whoever sends it by other means, such as one that tells progress. */
export const uploadRequestOf = (
  api: Api,
  merchant: string,
  file: Blob,
  name: string,
  idempotencyKey?: string,
) => uploadRequest(api, path`/api/v1/merchants/${merchant}/attachments`, file, name, idempotencyKey)

export const uploadAttachmentAsStaff = (api: Api, file: Blob, name: string) =>
  send<UploadView>(api, uploadRequest(api, '/api/v1/desk/attachments', file, name))

/** The raw form of the upload; the name travels percent-encoded because headers are ASCII. */
export function uploadRequest(
  api: Api,
  to: string,
  file: Blob,
  name: string,
  idempotencyKey?: string,
): Request {
  const headers = {
    ...api.headers,
    'X-File-Name': encodeURIComponent(name),
    'Content-Type': 'application/octet-stream',
    ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
  }
  return new Request(`${api.base}${to}`, { method: 'POST', headers, body: file })
}

export const requestLostKey = (api: Api, merchant: string, body: LostKeyInput) =>
  call<undefined>(api, path`/api/v1/merchants/${merchant}/lost-keys`, { method: 'POST', body })

export const getTicket = (api: Api, code: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<PublicTicket>(api, path`/api/v1/tickets/${code}`, { query })

export const getTicketWithKey = (api: Api, code: string, key: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}`, { query, key })

export const sendMessage = (
  api: Api,
  code: string,
  key: string,
  body: CustomerMessageInput,
  idempotencyKey?: string,
) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/messages`, {
    method: 'POST',
    body,
    key,
    idempotencyKey,
  })

export const withdrawTicket = (api: Api, code: string, key: string) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/withdrawal`, { method: 'POST', body: {}, key })

export const chooseRemedy = (
  api: Api,
  { code, key, id }: { readonly code: string; readonly key: string; readonly id: string },
  body: RemedyChoiceInput,
  idempotencyKey?: string,
) =>
  call<CustomerTicket>(api, path`/api/v1/tickets/${code}/remedies/${id}/choice`, {
    method: 'POST',
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
    method: 'POST',
    body,
    key,
    idempotencyKey,
  })

export const requestSignInLink = (api: Api, body: SignInLinkInput) =>
  call<undefined>(api, '/api/v1/desk/auth/sign-in-links', { method: 'POST', body })

/** The answer's cookies are the session; the browser keeps them. */
export const signIn = (api: Api, body: SessionInput) =>
  call<undefined>(api, '/api/v1/desk/auth/session', { method: 'POST', body })

export const signOut = (api: Api) => call<undefined>(api, '/api/v1/desk/auth/session', { method: 'DELETE' })

export const setActiveMerchant = (api: Api, body: ActiveMerchantInput) =>
  call<undefined>(api, '/api/v1/desk/auth/merchant', { method: 'PUT', body })

export const getMe = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<Me>(api, '/api/v1/desk/me', { query })

export const getInbox = (api: Api, query: InboxQuery = {}, signal?: AbortSignal) =>
  call<InboxPage>(api, '/api/v1/desk/tickets', { query, ...(signal && { signal }) })

export const getDeskTicket = (api: Api, code: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}`, { query })

export const fileTicketAsStaff = (api: Api, body: DeskFileInput, idempotencyKey: string) =>
  call<Receipt>(api, '/api/v1/desk/tickets', { method: 'POST', body, idempotencyKey })

export const replyToTicket = (api: Api, code: string, body: ReplyInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/replies`, { method: 'POST', body, idempotencyKey })

export const noteOnTicket = (api: Api, code: string, body: NoteInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/notes`, { method: 'POST', body, idempotencyKey })

export const setPriority = (api: Api, code: string, body: PriorityInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/priority`, { method: 'PUT', body })

export const setKind = (api: Api, code: string, body: KindInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/kind`, { method: 'PUT', body })

export const previewRematch = (api: Api, code: string, body: RematchInput) =>
  call<RematchView>(api, path`/api/v1/desk/tickets/${code}/rematch`, { method: 'POST', body })

export const setFacts = (api: Api, code: string, body: FactsInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/facts`, { method: 'PUT', body })

export const setPlan = (api: Api, code: string, body: PlanInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/plan`, { method: 'PUT', body })

export const handOff = (api: Api, code: string, body: HandOffInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/hand-offs`, { method: 'POST', body })

export const setStatus = (api: Api, code: string, body: StatusInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/status`, { method: 'PUT', body })

export const recordCall = (api: Api, code: string, body: CallInput) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/calls`, { method: 'POST', body })

export const resolveTicket = (api: Api, code: string, body: ResolutionInput, idempotencyKey?: string) =>
  call<DeskTicket>(api, path`/api/v1/desk/tickets/${code}/resolution`, {
    method: 'POST',
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
    method: 'POST',
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
    method: 'POST',
    body,
    idempotencyKey,
  })

export const getEmbed = (api: Api) => call<EmbedView>(api, '/api/v1/desk/embed')

export const saveEmbed = (api: Api, body: SaveEmbedInput) =>
  call<EmbedView>(api, '/api/v1/desk/embed', { method: 'PUT', body })

export const previewEmbed = (api: Api, body: PreviewEmbedInput, query: { locale?: 'vi' | 'en' } = {}) =>
  call<WidgetConfig>(api, '/api/v1/desk/embed/preview', { method: 'POST', body, query })

export const rotateIdentifySecret = (api: Api) =>
  call<IdentifySecretView>(api, '/api/v1/desk/embed/identify-secret', { method: 'POST' })

export const checkSite = (api: Api, body: CheckSiteInput) =>
  call<SiteCheckView>(api, '/api/v1/desk/embed/checks', { method: 'POST', body })

export const getDeskArticles = (api: Api) => call<DeskArticles>(api, '/api/v1/desk/articles')

export const saveArticle = (api: Api, locale: 'vi' | 'en', slug: string, body: SaveArticleInput) =>
  call<DeskArticle>(api, path`/api/v1/desk/articles/${locale}/${slug}`, { method: 'PUT', body })

export const deleteArticle = (api: Api, locale: 'vi' | 'en', slug: string) =>
  call<undefined>(api, path`/api/v1/desk/articles/${locale}/${slug}`, { method: 'DELETE' })

export const getDraft = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<DraftView>(api, '/api/v1/desk/commitment/draft', { query })

export const saveDraft = (api: Api, body: SaveDraftBody) =>
  call<SavedDraft>(api, '/api/v1/desk/commitment/draft', { method: 'PUT', body })

export const discardDraft = (api: Api, revision: number) =>
  call<undefined>(api, '/api/v1/desk/commitment/draft', { method: 'DELETE', query: { revision } })

export const publishDraft = (api: Api, body: PublishDraftInput, idempotencyKey: string) =>
  call<Publication>(api, '/api/v1/desk/commitment/publications', { method: 'POST', body, idempotencyKey })

export const previewDraft = (
  api: Api,
  body: PreviewDraftInput,
  query: { locale?: 'vi' | 'en' } = {},
  signal?: AbortSignal,
) => call<DraftPreview>(api, '/api/v1/desk/commitment/draft/preview', { method: 'POST', body, query, signal })

export const lookBack = (api: Api, body: LookBackInput, signal?: AbortSignal) =>
  call<LookBackPart>(api, '/api/v1/desk/commitment/draft/look-back', { method: 'POST', body, signal })

export const getTemplates = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<TemplateList>(api, '/api/v1/desk/commitment/templates', { query })
