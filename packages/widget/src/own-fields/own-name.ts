import type { FieldView } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import type { OwnName } from '../request-form/form-values.ts'

export type OwnField = FieldView

/** Under which a form keeps it: a merchant may call a field as one of ours is called. */
export const ownName = ({ name }: Pick<OwnField, 'name'>): OwnName => `own-${name}`

/** The merchant's own fields that this kind of request asks for, in their order. */
export const ownFieldsOf = (fields: readonly OwnField[], kind: Kind): readonly OwnField[] =>
  fields.filter(({ kinds }) => !kinds || kinds.includes(kind))
