import type { StoredTicket } from './store.ts'

/** The place of a remedy among those of its ticket, by its public id; 0, which is nobody's, where it is none of them. */
export function remedyNumber({ remedyIds }: StoredTicket, id: string): number {
  return remedyIds.indexOf(id) + 1
}
