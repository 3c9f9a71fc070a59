import type { Refusal, RefusalCode } from '@camket/core'
import { raise } from './raise.ts'

const details: Record<RefusalCode, string> = {
  act_not_possible: 'Look at the request again: its status allows other acts now.',
  reply_needed: 'The customer still waits for a reply. Send one, or give `text` with the resolution.',
  call_needed: 'Note the call first, then resolve.',
  exclusion_needed: 'Name the published exclusion that applies.',
  exclusion_unknown: 'Choose one of the exclusions of the commitment under which the request was filed.',
  evidence_needed: 'Attach what shows that the exclusion applies.',
  remedy_unknown: 'Look at the request again: its remedies are listed there.',
  remedy_state: 'Look at the request again: the remedy has moved on.',
  remedy_open: 'Settle or waive what is owed first.',
  remedy_grows: 'What is owed still grows from day to day. Finish the request first, then settle all of it.',
  offer_unknown: 'Choose one of the offers that the remedy lists.',
  claim_window_over: 'Write to the merchant if you still want to claim it.',
  facts_needed: 'Note the numbers that it is computed with, then try again.',
  cause_not_possible: 'Choose one of the causes of what the rating is about.',
  outcome_not_possible: 'Choose one of the outcomes that this kind of request can have.',
}

/** Says no in the API's way to what the rules refused. */
export function raiseRefusal({ refused, pointer }: Refusal): never {
  const message = details[refused]
  raise(refused, message, pointer ? { errors: [{ pointer, code: refused, message }] } : {})
}
