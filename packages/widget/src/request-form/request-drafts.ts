import type { FileTicketInput } from '@camket/contracts'
import { type DraftStore, draftStore } from '../delivery/draft-store.ts'
import type { FormValues } from './form-values.ts'

export type RequestDrafts = DraftStore<FormValues, FileTicketInput>

export const requestDrafts = (merchant: string): RequestDrafts => draftStore(merchant, 'draft')
