import type { DeskRemedy } from '@camket/contracts'
import { describeOwed } from '@camket/core/describe-owed'
import type { DeskContext } from '../desk-context.ts'

/** What the customer gets, in words: what they chose, else what they may choose from first. */
export function whatIsOwed({ locale }: DeskContext, remedy: DeskRemedy): string {
  return remedy.choices[remedy.chosen ?? 0]?.text ?? describeOwed(remedy, locale)
}

/** Whether something is still to be done about it. */
export const isOpen = ({ state }: Pick<DeskRemedy, 'state'>): boolean =>
  state === 'owed' || state === 'chosen' || state === 'disputed'

/** Numbers that are missing, by the names that staff know them by. */
export function factWords({ words }: DeskContext, names: readonly string[]): string {
  return names.map((name) => words.owed.factNames[name] ?? name).join(', ')
}
