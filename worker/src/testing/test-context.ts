import { env } from 'cloudflare:workers'
import type { Context } from '../context.ts'
import { openDb } from '../db/db.ts'

/** The test's database at an instant, RFC 3339 or milliseconds since 1970. */
export function testContext(now: string | number): Context {
  return {
    db: openDb(env.DB),
    now: new Date(now),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }
}
