import type { Failure } from '@camket/contracts/client'
import type { Strings } from '../strings/vi.ts'

/** What went wrong and what to do next, in the customer's language where we have words for the code. */
export function problemWords({ problem }: Failure, words: Strings['problem']): string {
  const known = (words as Record<string, unknown>)[problem.code]
  return typeof known === 'string' ? known : words.other(problem.detail)
}
