import type { CustomerTicket } from '@camket/contracts'
import type { ConversationWords } from '../strings/words.ts'

/** How a request stands, and what came of it where that says more than the status. */
export const standingWords = ({ status, outcome }: CustomerTicket, words: ConversationWords): string =>
  words.status[status] + (outcome && outcome !== 'answered' ? ` · ${words.outcome[outcome]}` : '')
