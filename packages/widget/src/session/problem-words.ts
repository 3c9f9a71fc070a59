import type { Failure } from '@camket/contracts/client'
import type { RequestWords } from '../strings/words.ts'

/** What went wrong and what to do next, in the customer's language where we have words for the code. */
export function problemWords({ problem }: Failure, words: RequestWords['problem']): string {
  const known = (words as Record<string, unknown>)[problem.code]
  return typeof known === 'string' ? known : words.other(problem.detail)
}
