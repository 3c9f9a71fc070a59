import type { CustomerMessageInput } from '@camket/contracts'
import { type DraftStore, draftStore } from '../delivery/draft-store.ts'

type ReplyValues = { readonly text: string }
export type ReplyDrafts = DraftStore<ReplyValues, CustomerMessageInput>

export const replyDrafts = (merchant: string, code: string): ReplyDrafts =>
  draftStore(merchant, `reply:${code}`)
