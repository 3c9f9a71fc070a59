import type { CustomerMessageInput } from '@camket/contracts'
import { DraftStore } from '../delivery/draft-store.ts'

type ReplyValues = { readonly text: string }
export type ReplyDrafts = DraftStore<ReplyValues, CustomerMessageInput>

export const replyDrafts = (merchant: string, code: string): ReplyDrafts =>
  new DraftStore(`camket:${merchant}:reply:${code}`)
