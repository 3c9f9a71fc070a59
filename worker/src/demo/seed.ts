import { openDb } from '../db/db.ts'
import type { Env } from '../env.ts'
import type { DemoMerchant } from './demo-merchant.ts'
import { minhAn } from './minh-an/minh-an.ts'
import { planRequests } from './plan-requests.ts'
import { SeededRandom } from './random.ts'
import { setUpMerchant } from './set-up-merchant.ts'
import { type Staged, simulate } from './simulate.ts'
import { songXanh } from './song-xanh/song-xanh.ts'
import { countAll, hasMerchants, silenceOutbox } from './store.ts'

/** Lies in R2 while the demo is being written: history can't be deleted, so half of it can't be made anew. */
const unfinished = 'demo/unfinished'

export class HalfWrittenError extends Error {
  constructor() {
    super('The demo data was interrupted while it was being written. Run "npm run reset", then "npm start".')
    this.name = 'HalfWrittenError'
  }
}

type Seeded = Awaited<ReturnType<typeof countAll>> | { readonly skipped: true }

/**
 * Fills an empty database with two merchants and 90 days of their requests, made by the same verbs as real ones. The
 * same `now` gives the same rows. Does nothing when there is a merchant already.
 * @throws {HalfWrittenError} when an earlier call did not come to its end.
 */
export async function seed(
  { DB, FILES }: Pick<Env, 'DB' | 'FILES'>,
  {
    now,
    allowedOrigins,
    merchants = [minhAn, songXanh],
  }: {
    readonly now: Date
    readonly allowedOrigins: readonly string[]
    readonly merchants?: readonly DemoMerchant[]
  },
): Promise<Seeded> {
  const db = openDb(DB)
  if (await hasMerchants(db)) {
    if (await FILES.head(unfinished)) throw new HalfWrittenError()
    return { skipped: true }
  }
  await FILES.put(unfinished, '')
  const random = new SeededRandom(now.toISOString())
  const context = { db, now, random: random.bytes }
  const staged: Staged[] = []
  for (const merchant of merchants) {
    const shop = await setUpMerchant(context, FILES, merchant, allowedOrigins)
    staged.push(...planRequests(merchant, now, random).map((planned) => ({ shop, planned })))
  }
  await simulate(context, FILES, staged, random)
  await silenceOutbox(db)
  await FILES.delete(unfinished)
  return countAll(db)
}
