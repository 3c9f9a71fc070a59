import type { DeadlineView } from '@camket/contracts'

/** The one that falls due first of those that still run or wait. */
export function nearestDeadline(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  return deadlines
    .filter(({ state }) => state === 'running' || state === 'paused')
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0]
}
