import { owedAt } from '@camket/core'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { settleRemedy } from '../tickets/settle-remedy.ts'
import { readTicket } from '../tickets/store.ts'
import { idIn, type OpenShop } from './set-up-merchant.ts'
import { readOwed } from './store.ts'

const hour = 3_600_000
const lookEvery = 6 * hour
/** Vietnam has had no summer time since 1975. */
const offsetMillis = 7 * hour
const opens_hour = 8
const closes_hour = 17
/** After so long most of it is paid; every sixth waits much longer. */
const usualWait = 20 * hour
const longWait = 9 * 24 * hour
const longOnesIn = 6

type Owed = Awaited<ReturnType<typeof readOwed>>[number]

/** Pays what the demo's shops owe, some days late now and then, and leaves what is owed since yesterday. */
export class Cashier {
  readonly #shops: ReadonlyMap<string, OpenShop>
  #lookedAt = 0

  constructor(shops: readonly OpenShop[]) {
    this.#shops = new Map(shops.map((shop) => [shop.merchant.id, shop]))
  }

  /** Whether anything was settled. */
  async settle(context: Context): Promise<boolean> {
    const now = context.now.getTime()
    const hourOfDay = new Date(now + offsetMillis).getUTCHours()
    if (hourOfDay < opens_hour || hourOfDay >= closes_hour || now - this.#lookedAt < lookEvery) return false
    this.#lookedAt = now
    const ready = (await readOwed(context.db, new Date(now - usualWait))).filter(
      (owed) => owed.owedAt.getTime() + waitOf(owed) <= now,
    )
    for (const owed of ready) await this.#pay(context, owed)
    return ready.length > 0
  }

  async #pay(context: Context, { id, number, code, merchantId }: Owed): Promise<void> {
    const shop = this.#shops.get(merchantId)
    const ticket = await readTicket(context.db, merchantId, code)
    const remedy = ticket?.state.remedies[number - 1]
    if (!shop || !ticket || !remedy) throw new Error(`There is no remedy ${id} to pay`)
    const commitment = await readCommitment(context.db, merchantId, ticket.state.ticket.commitmentVersion)
    if (!commitment) throw new Error(`Ticket ${code} has no commitment`)
    const { amount, days, factsNeeded } = owedAt(remedy, ticket.state, commitment, context.now)
    if (factsNeeded.length > 0) return
    const by = { id: idIn(shop.staffIds, 'lead'), merchantId }
    const reference = `CK${id.slice(-8)}`
    await settleRemedy(context, by, { code, id, reference, seenAmount: amount, seenDays: days })
  }
}

function waitOf({ owedAt: since }: Owed): number {
  const minutes = Math.floor(since.getTime() / 60_000)
  return minutes % longOnesIn === 0 ? longWait : usualWait + (minutes % 24) * hour
}
