import type { ChallengeView, Problem, ProblemCode } from '@camket/contracts'

type More = {
  /** Which members of the body are wrong. */
  readonly errors?: Problem['errors']
  /** Sent as `Retry-After`. */
  readonly retryAfterSeconds?: number
  /** What to solve first. */
  readonly challenge?: ChallengeView
  /** Who changed it meanwhile. */
  readonly changed?: Problem['changed']
}

/** An expected error on its way to the one place that answers it. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly more: More

  constructor(code: ProblemCode, detail: string, more: More) {
    super(detail)
    this.code = code
    this.more = more
  }
}

/** Ends the request with a problem. `detail` says what to do next. */
export function raise(code: ProblemCode, detail: string, more: More = {}): never {
  throw new ProblemError(code, detail, more)
}
