import type { DeskTicket } from '@camket/contracts'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'
import { shortDate } from './when.ts'

/** What stands beside the state of a warranty: why it does not cover, and until when it does or did. */
export function coverageDetails(
  words: Strings,
  locale: Locale,
  { state, reason, until }: NonNullable<DeskTicket['coverage']>,
): string {
  return [
    state === 'covered' ? '' : words.coverageReason[reason],
    until ? words.ticket.until(shortDate(until, locale)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
