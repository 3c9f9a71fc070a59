import type { OwedRemedy } from './ticket-state.ts'

/** Whether something is still to be done about it by either side. */
export function isOpenRemedy({ state }: Pick<OwedRemedy, 'state'>): boolean {
  return state === 'owed' || state === 'chosen' || state === 'disputed'
}
