import type { FileTicketInput } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import { type DraftStore, draftStore } from '../delivery/draft-store.ts'

export type FieldName =
  | 'product'
  | 'serial'
  | 'purchasedOn'
  | 'orderNumber'
  | 'day'
  | 'from'
  | 'to'
  | 'message'
  | 'name'
  | 'email'
  | 'phone'

/** A field of the merchant's own. Their names are of their choice; with this before them they are no other's. */
export type OwnName = `own-${string}`

export type FormField = FieldName | OwnName

/** What was typed. Kept over a change of kind, so that nothing is asked for twice. */
export type FormValues = {
  readonly kind: Kind
  readonly fields: Readonly<Partial<Record<FormField, string>>>
}

const everyone = ['message', 'name', 'email', 'phone'] as const
const ownFields: Record<Kind, readonly FieldName[]> = {
  support: [],
  warranty: ['product', 'serial', 'purchasedOn', 'orderNumber'],
  complaint: ['orderNumber'],
  suggestion: [],
  callback: ['day', 'from', 'to'],
}

/** The fields of a kind in the order in which they stand. */
export const fieldsOf = (kind: Kind): readonly FieldName[] => [...ownFields[kind], ...everyone]

/** Whether some kind asks for it. */
export const isField = (name: string): name is FieldName =>
  [...everyone, ...Object.values(ownFields).flat()].includes(name as FieldName)

export type RequestDrafts = DraftStore<FormValues, FileTicketInput>

export const requestDrafts = (merchant: string): RequestDrafts => draftStore(merchant, 'draft')
