import type { RatingInput } from '@camket/contracts'
import { type Failure, rateTicket } from '@camket/contracts/client'
import { askUntilDone } from '../forms/ask-until-done.ts'
import type { FormError } from '../forms/form-errors.ts'
import type { Strings } from '../strings/vi.ts'
import type { Visit } from '../visit/visit.ts'
import { isKey } from './conversation-cookie.ts'

/** What a customer has filled in about how satisfied they are, and what was wrong with it. */
export type RatingDraft = {
  readonly fields: ReadonlyMap<string, string>
  readonly errors: readonly FormError[]
  /** HTTP status of the page that shows it. */
  readonly status: number
  /** The same for every try at saying this. */
  readonly idempotencyKey: string
}

export type Rated = { readonly done: 'rated' } | { readonly rating: RatingDraft }

/** Does what the form about a rating asks for. */
export async function actOnRating(
  fields: ReadonlyMap<string, string>,
  { api, words }: Visit,
  { code, key }: { readonly code: string; readonly key: string },
): Promise<Rated> {
  const sentKey = fields.get('idempotency-key') ?? ''
  const idempotencyKey = isKey(sentKey) ? sentKey : crypto.randomUUID()
  const body = ratingOf(fields)
  const rated = await askUntilDone(() => rateTicket(api, code, key, body, idempotencyKey))
  if (rated.ok) return { done: 'rated' }
  const { problem } = rated
  return {
    rating: {
      fields,
      errors: ratingErrors(rated, words),
      status: problem.status || 503,
      // What was said under the first key was taken: to say otherwise takes another.
      idempotencyKey: problem.code === 'idempotency_key_reused' ? crypto.randomUUID() : idempotencyKey,
    },
  }
}

/** What an option of the reasons sends: `people`, or `people:attitude`. */
export const reasonValue = (about: string, cause?: string): string => (cause ? `${about}:${cause}` : about)

/** What the form says, in the API's words. Whatever a strange form sends, the API says what may stand here. */
function ratingOf(fields: ReadonlyMap<string, string>): RatingInput {
  const [about, cause] = (fields.get('reason') ?? '').split(':')
  const comment = fields.get('comment')?.trim()
  return {
    level: Number(fields.get('level')),
    ...(about && { about }),
    ...(cause && { cause }),
    ...(comment && { comment }),
  } as RatingInput
}

/** What the API found wrong, each at its field. */
function ratingErrors({ problem, retryAfterSeconds }: Failure, { rating, error }: Strings): FormError[] {
  const wrong = problem.errors ?? []
  if (wrong.length > 0) return wrong.map(({ pointer, code }) => errorAt(pointer, code, { rating, error }))
  const texts: Partial<Record<string, string>> = {
    act_not_possible: error.notPossible,
    ticket_changed: error.changed,
    rate_limited: error.rateLimited(retryAfterSeconds ?? 60),
    idempotency_in_flight: error.inFlight,
    idempotency_key_reused: rating.reused,
  }
  return [{ text: texts[problem.code] ?? error.failed }]
}

function errorAt(
  pointer: string,
  code: string,
  { rating, error }: Pick<Strings, 'rating' | 'error'>,
): FormError {
  switch (pointer) {
    case '/level':
      return { field: 'level', text: rating.levelNeeded }
    case '/comment': {
      const { comment } = rating
      return { field: 'comment', text: code === 'too_big' ? error.tooLong(comment) : error.invalid(comment) }
    }
    default:
      return { field: 'reason', text: error.invalid(rating.reason) }
  }
}
