import type { PayTo } from '@camket/contracts'
import {
  type Calendar,
  dueAt,
  foldText,
  isOpenRemedy,
  type OwedRemedy,
  owedAt,
  type PayWay,
  walletProviders,
} from '@camket/core'
import { present } from '@camket/core/present'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/db.ts'
import { chooseRemedy } from '../tickets/choose-remedy.ts'
import { disputeRemedy } from '../tickets/dispute-remedy.ts'
import { waysToTake } from '../tickets/remedy-choices.ts'
import { settleRemedy } from '../tickets/settle-remedy.ts'
import { readTicketsById, type StoredTicket } from '../tickets/store.ts'
import { waiveRemedy } from '../tickets/waive-remedy.ts'
import { people } from './people.ts'
import { uploadPicture } from './perform-turn.ts'
import type { PictureName } from './picture.ts'
import type { SeededRandom } from './random.ts'
import { idIn, type OpenShop } from './set-up-merchant.ts'
import { readOwed } from './store.ts'
import { awake } from './timeline.ts'

/** What somebody does about something that is owed, at a moment after it came to be. */
export type LaterMoment = { readonly at: Date; readonly happen: (context: Context) => Promise<void> }

type Owed = { readonly id: string; readonly ticketId: string; readonly merchantId: string }
type House = { readonly shop: OpenShop; readonly calendar: Calendar }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const banks = ['Vietcombank', 'Techcombank', 'MB Bank', 'BIDV', 'ACB', 'VPBank', 'TPBank']
type Grounds = {
  readonly exclusion: string
  readonly picture: PictureName
  readonly says: string
  readonly objects: string
}

/** On which grounds each merchant's staff waive, and what its customers say to that. */
const grounds: Readonly<Record<string, Grounds>> = {
  'minh-an': {
    exclusion: 'power-surge',
    picture: 'board',
    says: 'Kỹ thuật kiểm tra thấy mạch nguồn cháy do sét đánh, là trường hợp loại trừ đã công bố trong cam kết. Em gửi kèm ảnh ạ.',
    objects:
      'Hôm đó khu tôi không có sét, máy hỏng từ trước. Tôi không đồng ý, nhờ người có thẩm quyền xem lại.',
  },
  'song-xanh': {
    exclusion: 'overwatering',
    picture: 'roots',
    says: 'The photo shows roots that rotted from too much water, which our promise excludes. I am sorry that we can not pay for the delay.',
    objects: 'I watered it once a week, as the card says. Please have somebody else look at this.',
  },
}

/** What becomes of remedies in the demo: most are chosen and settled in time, some late, a few waived, one disputed. */
export class RemedyLives {
  readonly #houses: ReadonlyMap<string, House>
  readonly #files: R2Bucket
  readonly #random: SeededRandom
  /** When the demo is looked at. */
  readonly #now: Date
  readonly #seen = new Set<string>()
  readonly #following: LaterMoment[] = []
  #hasDispute = false

  constructor(houses: ReadonlyMap<string, House>, files: R2Bucket, random: SeededRandom, now: Date) {
    this.#houses = houses
    this.#files = files
    this.#random = random
    this.#now = now
  }

  /** The lives of what has come to be owed since this was asked last. */
  async begunAt(db: Db, at: Date): Promise<LaterMoment[]> {
    const moments: LaterMoment[] = []
    for (const owed of await readOwed(db)) {
      if (this.#seen.has(owed.id)) continue
      this.#seen.add(owed.id)
      const house = this.#houses.get(owed.merchantId)
      if (house) moments.push(...this.#life(owed, house, at))
    }
    return moments
  }

  #life(owed: Owed, house: House, since: Date): LaterMoment[] {
    const age = this.#now.getTime() - since.getTime()
    const isRecent = age < 12 * day
    const place = this.#seen.size
    const its = grounds[house.shop.merchant.slug]
    if (its && isRecent && age > 2 * day && !this.#hasDispute) {
      this.#hasDispute = true
      return this.#waived(owed, { ...house, ...its }, since, true)
    }
    if (its && place % 9 === 5) return this.#waived(owed, { ...house, ...its }, since, false)
    const moments: LaterMoment[] = []
    if (this.#random.chance(0.8)) {
      const at = awake(new Date(since.getTime() + this.#random.between(90, 1800) * minute))
      moments.push({ at, happen: (context) => this.#choose(context, owed) })
    }
    const isLate = this.#random.chance(0.14)
    // Some of the youngest are left for whoever opens the desk.
    if (isRecent && this.#random.chance(0.45)) return moments
    return [
      ...moments,
      this.#settling(
        owed,
        house,
        inOpenHours(new Date(since.getTime() + 20 * hour), house.calendar, this.#random),
        isLate,
      ),
    ]
  }

  async #choose(context: Context, { id, ticketId, merchantId }: Owed): Promise<void> {
    const found = await read(context, { id, ticketId })
    if (found?.remedy.state !== 'owed') return
    const { ticket, remedy } = found
    const ways = waysToTake(remedy, ticket.state)
    const offer = this.#random.between(0, ways.length - 1)
    const way = ways[offer]?.length ? this.#random.pick(ways[offer] ?? []) : undefined
    const choice = { merchantId, code: ticket.code, id, offer }
    await chooseRemedy(context, { ...choice, ...present({ payTo: way && this.#payTo(way) }) })
  }

  #payTo(way: PayWay): PayTo {
    const { name } = this.#random.pick(people)
    const phone = `0901 000 ${this.#random.between(100, 199)}`
    switch (way) {
      case 'bank': {
        const account = `10${this.#random.between(10_000_000, 99_999_999)}`
        const holder = foldText(name).toUpperCase()
        return { way, bank: this.#random.pick(banks), account, holder }
      }
      case 'wallet':
        return { way, provider: this.#random.pick(walletProviders), phone }
      case 'email':
        return { way, email: `${foldText(name).replace(/[^a-z]+/g, '.')}@example.com` }
      case 'phone':
        return { way, phone }
      case 'shop':
        return { way }
    }
  }

  /** Looks each day whether it still grows; once its own clock runs, it is settled before or after its time. */
  #settling(owed: Owed, { shop, calendar }: House, at: Date, isLate: boolean): LaterMoment {
    const happen = async (context: Context): Promise<LaterMoment | undefined> => {
      const found = await read(context, owed)
      if (!found || !isOpenRemedy(found.remedy)) return undefined
      const { ticket, remedy } = found
      const clock = ticket.state.deadlines.findLast(({ remedyNumber }) => remedyNumber === remedy.number)
      const next = (then: Date) => this.#settling(owed, { shop, calendar }, then, isLate)
      if (!clock) return next(new Date(context.now.getTime() + day))
      const wait = { amount: this.#random.between(40, 500), unit: 'working_minute' } as const
      if (isLate && context.now <= clock.dueAt) return next(dueAt(clock.dueAt, wait, calendar))
      await this.#settle(context, found, shop)
      return undefined
    }
    return {
      at,
      happen: async (context) => {
        const next = await happen(context)
        if (next) this.#following.push(next)
      },
    }
  }

  /** What the last moment led to. */
  takeFollowing(): LaterMoment[] {
    return this.#following.splice(0)
  }

  async #settle(context: Context, { ticket, remedy, id }: Found, { staffIds }: OpenShop): Promise<void> {
    const commitment = await readCommitment(
      context.db,
      ticket.merchantId,
      ticket.state.ticket.commitmentVersion,
    )
    if (!commitment) return
    const { amount, days, factsNeeded } = owedAt(remedy, ticket.state, commitment, context.now)
    if (factsNeeded.length > 0) return
    const by = { id: idIn(staffIds, 'lead'), merchantId: ticket.merchantId }
    const reference = `FT${this.#random.between(26_000_000, 26_999_999)}`
    await settleRemedy(context, by, {
      code: ticket.code,
      id,
      reference,
      ...present({ seenAmount: amount, seenDays: days }),
    })
  }

  /** Waived with a picture as its evidence; the customer of one of the last days objects, and waits for an answer now. */
  #waived(
    owed: Owed,
    { shop, calendar, exclusion, picture, says, objects }: House & Grounds,
    since: Date,
    isDisputed: boolean,
  ): LaterMoment[] {
    const at = inOpenHours(new Date(since.getTime() + 4 * hour), calendar, this.#random)
    const waiving: LaterMoment = {
      at,
      happen: async (context) => {
        const found = await read(context, owed)
        if (found?.remedy.state !== 'owed') return
        const by = { id: idIn(shop.staffIds, 'staff'), merchantId: owed.merchantId }
        const uploader = { merchantId: owed.merchantId, staffId: by.id }
        const evidence = [await uploadPicture(context, this.#files, uploader, picture)]
        const { code } = found.ticket
        await waiveRemedy(context, by, { code, id: owed.id, exclusion, evidence, text: says })
      },
    }
    if (!isDisputed) return [waiving]
    const disputing: LaterMoment = {
      at: awake(new Date(at.getTime() + 5 * hour)),
      happen: async (context) => {
        const found = await read(context, owed)
        if (found?.remedy.state !== 'waived') return
        const { merchantId, id } = owed
        await disputeRemedy(context, { merchantId, code: found.ticket.code, id, text: objects })
      },
    }
    return [waiving, disputing]
  }
}

type Found = { readonly ticket: StoredTicket; readonly remedy: OwedRemedy; readonly id: string }

/** Undefined once the request is closed: nothing of it is done any more. */
async function read(
  { db }: Context,
  { id, ticketId }: Pick<Owed, 'id' | 'ticketId'>,
): Promise<Found | undefined> {
  const [ticket] = await readTicketsById(db, [ticketId])
  const remedy = ticket?.state.remedies[ticket.remedyIds.indexOf(id)]
  if (!ticket || !remedy || ticket.state.ticket.status === 'closed') return undefined
  return { ticket, remedy, id }
}

function inOpenHours(at: Date, calendar: Calendar, random: SeededRandom): Date {
  return dueAt(at, { amount: random.between(10, 400), unit: 'working_minute' }, calendar)
}
