import type { Failure } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import type { Strings } from '../strings/vi.ts'
import { ownName } from './own-fields.ts'
import type { FormRead } from './read-form.ts'

/** What is wrong with a field, in words that stand alone; without a field it is about the whole form. */
export type FormError = { readonly field?: string; readonly text: string }
export type Labels = Readonly<Record<string, string>>

/** Which field of the form holds a member of the body. */
const fieldsByPointer: readonly (readonly [pointer: RegExp, field: string])[] = [
  [/^\/subject$/, 'subject'],
  [/^\/(message|text)$/, 'message'],
  [/^\/customer\/name$/, 'name'],
  [/^\/(customer\/)?email$/, 'email'],
  [/^\/customer\/phone$/, 'phone'],
  [/^\/product\/name$/, 'product-name'],
  [/^\/product\/serial$/, 'serial'],
  [/^\/product\/orderNumber$/, 'order-number'],
  [/^\/product\/purchasedOn$/, 'purchased-on'],
  [/^\/callback\/to$/, 'callback-to'],
  [/^\/callback(\/from)?$/, 'callback-day'],
  [/^\/attachments(\/\d+)?$/, 'files'],
  [/^\/code$/, 'code'],
]

export function fieldOf(pointer: string): string | undefined {
  const own = /^\/fields\/([^/]+)$/.exec(pointer)?.[1]
  return own === undefined ? fieldsByPointer.find(([known]) => known.test(pointer))?.[1] : ownName(own)
}

/** What the API found wrong, each at its field; `labels` are those that the form shows. */
export function formErrors(
  { problem, retryAfterSeconds }: Failure,
  words: Strings['error'],
  labels: Labels,
): FormError[] {
  if (problem.errors && problem.errors.length > 0) {
    return problem.errors.map(({ pointer, code }) => {
      const field = fieldOf(pointer)
      return { ...(field && { field }), text: wordsFor(code, field, words, labels) }
    })
  }
  const texts: Partial<Record<string, string>> = {
    rate_limited: words.rateLimited(retryAfterSeconds ?? 60),
    idempotency_in_flight: words.inFlight,
    idempotency_key_reused: words.alreadySent,
    ticket_changed: words.changed,
    act_not_possible: words.notPossible,
    body_too_large: words.tooLarge,
  }
  return [{ text: texts[problem.code] ?? words.failed }]
}

function wordsFor(code: string, field: string | undefined, words: Strings['error'], labels: Labels): string {
  const label = (field && labels[field]) || ''
  switch (code) {
    case 'email_or_phone_needed':
      return words.contact
    case 'callback_needed':
      return words.callback
    case 'ends_before_it_begins':
      return words.callbackOrder
    case 'attachment_not_usable':
      return words.fileGone
    case 'too_small':
    case 'invalid_type':
      return words.needed(label)
    case 'too_big':
      return field === 'files' ? words.tooManyFiles(limits.attachments_per_ticket_max) : words.tooLong(label)
    case 'invalid_format':
      if (field === 'email') return words.email
      return field === 'purchased-on' ? words.date(label) : words.invalid(label)
    default:
      return label === '' ? words.failed : words.invalid(label)
  }
}

/** What was wrong with the files. */
export function fileErrors(
  { fileErrors: found, hasTooMany, isTooLarge }: FormRead,
  words: Strings['error'],
  files_max: number,
): FormError[] {
  const texts = {
    too_large: words.fileTooLarge,
    type: words.fileType,
    empty: words.fileEmpty,
    rate_limited: words.fileFailed,
    failed: words.fileFailed,
  }
  return [
    ...found.map(({ name, reason }) => texts[reason](name)),
    ...(hasTooMany ? [words.tooManyFiles(files_max)] : []),
    ...(isTooLarge ? [words.tooLarge] : []),
  ].map((text) => ({ field: 'files', text }))
}
