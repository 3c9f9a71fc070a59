import { chooseRemedy, disputeRemedy, type Failure } from '@camket/contracts/client'
import { askUntilDone } from '../forms/ask-until-done.ts'
import type { FormError } from '../forms/form-errors.ts'
import type { Strings } from '../strings/vi.ts'
import type { Visit } from '../visit/visit.ts'
import { isKey } from './conversation-cookie.ts'
import { choiceOf, fieldName, type RemedyDraft } from './remedy-draft.ts'

export type RemedyActed = { readonly done: 'chosen' | 'disputed' } | { readonly remedy: RemedyDraft }

/** Does what a form about something that is owed asks for. */
export async function actOnRemedy(
  fields: ReadonlyMap<string, string>,
  { api, words }: Visit,
  { code, key, act }: { readonly code: string; readonly key: string; readonly act: RemedyDraft['act'] },
): Promise<RemedyActed> {
  const id = fields.get('remedy') ?? ''
  const sentKey = fields.get('idempotency-key') ?? ''
  const idempotencyKey = isKey(sentKey) ? sentKey : crypto.randomUUID()
  const again = (status: number, errors: readonly FormError[]): RemedyActed => ({
    remedy: { id, act, fields, errors, status, idempotencyKey },
  })
  const place = { code, key, id }
  if (act === 'dispute-remedy') {
    const text = fields.get(fieldName(id, 'text'))?.trim()
    const body = text ? { text } : {}
    const disputed = await askUntilDone(() => disputeRemedy(api, place, body, idempotencyKey))
    if (disputed.ok) return { done: 'disputed' }
    return again(disputed.problem.status || 503, remedyErrors(disputed, id, '', words))
  }
  const choice = choiceOf(id, fields)
  if (!choice) {
    return again(422, [{ field: fieldName(id, 'take'), text: words.owed.error.take }])
  }
  const chosen = await askUntilDone(() => chooseRemedy(api, place, choice.body, idempotencyKey))
  if (chosen.ok) return { done: 'chosen' }
  return again(chosen.problem.status || 503, remedyErrors(chosen, id, choice.way, words))
}

/** What the API found wrong, each at its field. */
function remedyErrors(
  { problem, retryAfterSeconds }: Failure,
  id: string,
  way: string,
  { owed, error }: Strings,
): FormError[] {
  if (problem.errors && problem.errors.length > 0 && problem.code === 'invalid_body') {
    return problem.errors.map(({ pointer, code }) => {
      const name = fieldAt(pointer, way)
      const label = name === 'take' ? '' : owed.fields[name]
      const own: Partial<Record<string, string>> = {
        account_invalid: owed.error.account,
        card_number_given: owed.error.card,
        phone_invalid: owed.error.phone,
        mobile_invalid: owed.error.mobile,
        pay_to_needed: owed.error.take,
        way_not_possible: owed.error.take,
        too_small: error.needed(label),
        too_big: error.tooLong(label),
        ...(name === 'email' && { invalid_format: error.email }),
      }
      return { field: fieldName(id, name), text: own[code] ?? error.invalid(label) }
    })
  }
  const texts: Partial<Record<string, string>> = {
    remedy_state: owed.error.moved,
    remedy_unknown: owed.error.moved,
    act_not_possible: owed.error.moved,
    offer_unknown: owed.error.moved,
    claim_window_over: owed.error.claimOver,
    ticket_changed: error.changed,
    rate_limited: error.rateLimited(retryAfterSeconds ?? 60),
    idempotency_in_flight: error.inFlight,
    idempotency_key_reused: owed.error.reused,
  }
  return [{ text: texts[problem.code] ?? error.failed }]
}

type FieldName = keyof Strings['owed']['fields'] | 'take'

function fieldAt(pointer: string, way: string): FieldName {
  const member = /^\/(?:payTo\/)?(bank|account|holder|provider|phone|email|text)$/.exec(pointer)?.[1]
  if (member === undefined) return 'take'
  return member === 'phone' && way === 'wallet' ? 'wallet-phone' : (member as FieldName)
}
