import type { Context } from '../context.ts'
import { belongingsOf, filePlanned } from './file-planned.ts'
import { performTurn } from './perform-turn.ts'
import type { PlannedRequest } from './plan-requests.ts'
import type { SeededRandom } from './random.ts'
import { RemedyLives } from './remedy-lives.ts'
import { idIn, type OpenShop } from './set-up-merchant.ts'
import { SimulatedCron } from './simulated-cron.ts'
import type { Turn } from './story.ts'

export type Staged = { readonly shop: OpenShop; readonly planned: PlannedRequest }
type Moment = {
  readonly at: Date
  readonly happen: (context: Context, cron: SimulatedCron) => Promise<void>
}

/** Lets all requests happen in one order of time, with the cron running between them as it would. */
export async function simulate(
  { db, now }: Pick<Context, 'db' | 'now'>,
  files: R2Bucket,
  staged: readonly Staged[],
  random: SeededRandom,
): Promise<void> {
  const moments: Moment[] = []
  const add = (more: readonly Moment[]) => {
    moments.push(...more.filter(({ at }) => at < now))
    moments.sort((one, other) => one.at.getTime() - other.at.getTime())
  }
  add(staged.flatMap((one) => momentsOf(one, files, random)))
  const cron = new SimulatedCron()
  const lives = new RemedyLives(housesOf(staged), files, random, now)
  for (;;) {
    const context = { db, now: moments[0]?.at ?? now, random: random.bytes }
    const ranAt = await cron.runOnce(context)
    if (ranAt) {
      add(await lives.begunAt(db, ranAt))
      continue
    }
    const moment = moments.shift()
    if (!moment) return
    await moment.happen(context, cron)
    add(lives.takeFollowing())
  }
}

/** By whose hours remedies are settled. */
function housesOf(staged: readonly Staged[]) {
  return new Map(
    staged.map(({ shop, planned: { merchant } }) => {
      const calendar = merchant.versions.at(-1)?.document.calendars[merchant.calendar]
      if (!calendar) throw new Error(`${merchant.slug} has no calendar ${merchant.calendar}`)
      return [shop.merchant.id, { shop, calendar }]
    }),
  )
}

function momentsOf({ shop, planned }: Staged, files: R2Bucket, random: SeededRandom): Moment[] {
  const { story, person, filedAt, steps } = planned
  const belongings = belongingsOf(planned, random)
  let worker = random.pick(['staff', 'staff2', 'lead'])
  let code = ''
  const filled = (text: string) =>
    text
      .replaceAll('{name}', person.calledName)
      .replaceAll('{staff}', nameOf(planned, worker))
      .replaceAll('{serial}', belongings.serial)
      .replaceAll('{order}', belongings.order)
  const filing: Moment = {
    at: filedAt,
    happen: async (context, cron) => {
      const { identity, state } = await filePlanned(context, files, shop, planned, filled, belongings)
      code = identity.code
      cron.watch(state.deadlines)
    },
  }
  const turns = steps.map(
    ({ at, turn }): Moment => ({
      at,
      happen: async (context, cron) => {
        const by = { id: idIn(shop.staffIds, worker), merchantId: shop.merchant.id }
        try {
          await performTurn(turn, { context, files, shop, code, by, filled })
        } catch (error) {
          throw new Error(`"${story.subject}" fails at ${JSON.stringify(turn)}`, { cause: error })
        }
        worker = workerAfter(turn, worker, shop)
        // Whatever else staff do brings no deadline nearer.
        if (bringsNearer.some((name) => name in turn)) cron.lookAgain()
      },
    }),
  )
  return [filing, ...turns]
}

/** Turns after which another deadline may be the next: one that goes on, one that starts, one by another pledge. */
const bringsNearer = ['customer', 'resume', 'resolve', 'withdraw', 'priority', 'handOffTo']

/** Whoever leads the department that it was handed to goes on. */
function workerAfter(turn: Turn, worker: string, { departmentIds, leads }: OpenShop): string {
  return 'handOffTo' in turn ? idIn(leads, idIn(departmentIds, turn.handOffTo)) : worker
}

/** The name by which people call each other: in Vietnam the last one. */
function nameOf({ merchant }: PlannedRequest, mailbox: string): string {
  const person = merchant.staff.find((one) => one.mailbox === mailbox)
  return person?.name.split(' ').at(-1) ?? ''
}
