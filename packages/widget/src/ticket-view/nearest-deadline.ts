import type { DeadlineView } from '@camket/contracts'

/** Still to be kept or missed. */
export const isAhead = ({ state }: DeadlineView): boolean => state === 'running' || state === 'paused'

/** The one that falls due first of those that are ahead. */
export function nearestDeadline(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  return deadlines.filter(isAhead).sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0]
}
