import type { FieldView } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import type { Labels } from './form-errors.ts'
import type { KeptFile } from './read-form.ts'

const prefix = 'own-'

/** How an own field of the merchant is called in a form, so that none is mistaken for one of ours. */
export const ownName = (name: string): string => `${prefix}${name}`

export const isOwnName = (name: string): boolean => name.startsWith(prefix)

/** Those that are asked for with a kind of request. */
export const ownFieldsOf = (fields: readonly FieldView[], kind: Kind): FieldView[] =>
  fields.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))

export const ownLabels = (fields: readonly FieldView[]): Labels =>
  Object.fromEntries(fields.map(({ name, label }) => [ownName(name), label]))

/** What was filled in, by the names under which it is filed; of a file its id. */
export function ownValues(
  own: readonly FieldView[],
  fields: ReadonlyMap<string, string>,
  files: readonly KeptFile[],
): Record<string, string> {
  const values = own.map(({ name, type }) => {
    const file = files.find(({ field }) => field === ownName(name))
    return [name, type === 'file' ? file?.id : fields.get(ownName(name))?.trim()] as const
  })
  return Object.fromEntries(values.filter((entry): entry is [string, string] => Boolean(entry[1])))
}
