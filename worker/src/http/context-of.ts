import type { Context as HonoContext } from 'hono'
import type { Context } from '../context.ts'
import { openDb } from '../db/db.ts'
import type { AppEnv } from './app-env.ts'
import { presentInstant } from './present-instant.ts'

/** What a verb gets of a request: the database, the present instant and real randomness. */
export function contextOf(c: HonoContext<AppEnv>): Context {
  return {
    db: openDb(c.env.DB),
    now: presentInstant(c.env),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }
}
