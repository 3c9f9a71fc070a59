import { fileTicket, uploadAttachment } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { isKey } from '../request/conversation-cookie.ts'
import type { Shop } from '../visit/open-shop.ts'
import type { Visit } from '../visit/visit.ts'
import { askUntilDone } from './ask-until-done.ts'
import { type Filing, filingBody } from './filing-body.ts'
import { type FormError, fileErrors, formErrors, type Labels } from './form-errors.ts'
import { readForm } from './read-form.ts'

export const files_max = limits.attachments_per_ticket_max

/** How the form of a request stands: what was typed, and what of it is wrong. */
export type Draft = {
  readonly fields: ReadonlyMap<string, string>
  readonly filing: Filing
  readonly errors: readonly FormError[]
  /** HTTP status of the page that shows it. */
  readonly status: number
  /** The same for every try at sending this form. */
  readonly idempotencyKey: string
}

/** An empty form. */
export const newDraft = (filing: Filing): Draft => ({
  fields: new Map(),
  filing,
  errors: [],
  status: 200,
  idempotencyKey: crypto.randomUUID(),
})

/** Files what was sent: the address of the request with its key, or the form again with what is wrong. */
export async function fileRequest(
  request: Request,
  { api, words }: Visit,
  shop: Shop,
  empty: Draft,
  labels: Labels,
): Promise<{ readonly to: string } | Draft> {
  const read = await readForm(request, files_max, (file, name, fileKey) =>
    askUntilDone(() => uploadAttachment(api, shop.slug, file, name, fileKey)),
  )
  const sentKey = read.fields.get('idempotency-key') ?? ''
  const errors = fileErrors(read, words.error, files_max)
  const draft: Draft = {
    fields: read.fields,
    filing: { ...empty.filing, files: read.files },
    // Nobody sees the trap. A browser that filled it in for a person sends the form once more, with the trap empty.
    errors: read.fields.get('website') ? [...errors, { text: words.error.trap }] : errors,
    status: 422,
    idempotencyKey: isKey(sentKey) ? sentKey : empty.idempotencyKey,
  }
  if (draft.errors.length > 0) return draft
  const body = filingBody(read.fields, draft.filing)
  const filed = await askUntilDone(() => fileTicket(api, shop.slug, body, draft.idempotencyKey))
  if (!filed.ok) {
    return { ...draft, status: filed.problem.status || 503, errors: formErrors(filed, words.error, labels) }
  }
  const { code, key } = filed.value
  return { to: shop.href(`/requests/${code}?key=${encodeURIComponent(key)}&received=1`) }
}
