import type { Kind } from '@camket/core/vocabulary'

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

/** Where files are chosen: for the request, or for one of the merchant's own fields. */
export type FilesField = 'files' | OwnName

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

/** Whether a kind that asks for it cannot do without it. */
export const isNeeded = (name: FormField, kind: Kind): boolean =>
  /^(?:day|from|to|message|name)$/.test(name) || (name === 'phone' && kind === 'callback')

/** What was typed into a field, if this kind asks for it: what was typed under another is not looked at. */
export const valueOfField = ({ kind, fields }: FormValues, name: FieldName): string | undefined =>
  fieldsOf(kind).includes(name) ? fields[name]?.trim() : undefined
