import { sendMessage, uploadAttachment, withdrawTicket } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { askUntilDone } from '../forms/ask-until-done.ts'
import { type FormError, fileErrors, formErrors } from '../forms/form-errors.ts'
import { type KeptFile, readForm } from '../forms/read-form.ts'
import type { Shop } from '../visit/open-shop.ts'
import type { Visit } from '../visit/visit.ts'
import { actOnRating, type RatingDraft } from './act-on-rating.ts'
import { actOnRemedy } from './act-on-remedy.ts'
import { isKey } from './conversation-cookie.ts'
import type { RemedyDraft } from './remedy-draft.ts'

export const reply_files_max = limits.attachments_per_reply_max

/** A reply that was written and not sent yet. */
export type ReplyDraft = {
  readonly text: string
  readonly files: readonly KeptFile[]
  readonly errors: readonly FormError[]
  /** HTTP status of the page that shows it. */
  readonly status: number
  /** The same for every try at sending this reply. */
  readonly idempotencyKey: string
}

export const newReply = (): ReplyDraft => ({
  text: '',
  files: [],
  errors: [],
  status: 200,
  idempotencyKey: crypto.randomUUID(),
})

export type Acted =
  | { readonly done: 'sent' | 'withdrawn' | 'closed' | 'chosen' | 'disputed' | 'rated' }
  | { readonly remedy: RemedyDraft }
  | { readonly rating: RatingDraft }
  | { readonly reply: ReplyDraft }

/** Does what a form of the conversation asks for; `closed` means only that this device shall forget the key. */
export async function actOnRequest(
  request: Request,
  visit: Visit,
  shop: Shop,
  { code, key }: { readonly code: string; readonly key: string },
): Promise<Acted> {
  const { api, words } = visit
  const read = await readForm(request, reply_files_max, (file, name, fileKey) =>
    askUntilDone(() => uploadAttachment(api, shop.slug, file, name, fileKey)),
  )
  const act = read.fields.get('act')
  if (act === 'close') return { done: 'closed' }
  if (act === 'rate') return actOnRating(read.fields, visit, { code, key })
  if (act === 'choose-remedy' || act === 'dispute-remedy') {
    return actOnRemedy(read.fields, visit, { code, key, act })
  }
  const text = read.fields.get('message') ?? ''
  const sentKey = read.fields.get('idempotency-key') ?? ''
  const idempotencyKey = isKey(sentKey) ? sentKey : crypto.randomUUID()
  const draft = {
    text,
    files: read.files,
    errors: fileErrors(read, words.error, reply_files_max),
    status: 422,
    idempotencyKey,
  }
  if (draft.errors.length > 0) return { reply: draft }
  const body = { text, attachments: read.files.map(({ id }) => id) }
  const isWithdrawal = act === 'withdraw'
  const acted = isWithdrawal
    ? await withdrawTicket(api, code, key)
    : await askUntilDone(() => sendMessage(api, code, key, body, idempotencyKey))
  if (acted.ok) return { done: isWithdrawal ? 'withdrawn' : 'sent' }
  const errors = formErrors(acted, words.error, { message: words.conversation.message })
  return { reply: { ...draft, status: acted.problem.status || 503, errors } }
}
