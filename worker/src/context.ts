import type { Db } from './db/db.ts'

/** What a verb may know of the outside: the database, the time and randomness, each passed in. */
export type Context = {
  readonly db: Db
  readonly now: Date
  /** So many random bytes; seeded where the same data must come out each time. */
  readonly random: (count: number) => Uint8Array
}
