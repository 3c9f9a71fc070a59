/**
 * Every expected error: its stable code, HTTP status and title. `detail` is written where it is raised
 * and says what to do next. The faces put their own words to a code in the reader's language.
 */
export const problems = {
  malformed_json: { status: 400, title: 'The body is not JSON' },
  invalid_query: { status: 400, title: 'A query parameter is not valid' },
  idempotency_key_missing: { status: 400, title: 'The Idempotency-Key header is missing' },
  idempotency_key_invalid: { status: 400, title: 'The Idempotency-Key header is not valid' },
  sign_in_needed: { status: 401, title: 'Sign in first' },
  sign_in_link_invalid: { status: 401, title: 'This sign-in link no longer works' },
  key_wrong: { status: 401, title: 'The key does not open this request' },
  origin_not_allowed: { status: 403, title: 'This site is not on the list of the merchant' },
  cross_site_refused: { status: 403, title: 'This request came from another site' },
  role_not_allowed: { status: 403, title: 'Your role does not allow this' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  merchant_not_found: { status: 404, title: 'There is no such merchant' },
  commitment_not_found: { status: 404, title: 'There is no such version of the commitment' },
  ticket_not_found: { status: 404, title: 'There is no request with this code' },
  logo_not_found: { status: 404, title: 'This merchant has no logo' },
  attachment_not_found: { status: 404, title: 'There is no such file' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  idempotency_in_flight: { status: 409, title: 'The same request is being worked on right now' },
  ticket_changed: { status: 409, title: 'The request changed while you were writing' },
  act_not_possible: { status: 409, title: 'That cannot be done in the present status' },
  body_too_large: { status: 413, title: 'The body is too large' },
  file_too_large: { status: 413, title: 'The file is too large' },
  media_type_not_accepted: { status: 415, title: 'This media type is not accepted' },
  file_type_not_accepted: { status: 415, title: 'This kind of file is not accepted' },
  invalid_body: { status: 422, title: 'The request is not complete or not valid' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used for another body' },
  attachment_not_usable: { status: 422, title: 'A file cannot be attached' },
  reply_needed: { status: 422, title: 'The customer still waits for a reply' },
  call_needed: { status: 422, title: 'The call has not been made yet' },
  exclusion_needed: { status: 422, title: 'Declining needs a published exclusion' },
  exclusion_unknown: { status: 422, title: 'The commitment has no such exclusion' },
  evidence_needed: { status: 422, title: 'This exclusion needs evidence' },
  outcome_not_possible: { status: 422, title: 'This outcome does not go with this kind of request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not available right now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems
