import { type Calendar, type Channel, type Commitment, previewDeadlines } from '@camket/core'
import type { DemoMerchant, PresentRequest } from './demo-merchant.ts'
import { type Person, people } from './people.ts'
import type { SeededRandom } from './random.ts'
import type { Story } from './story.ts'
import { awake, callbackFrom, midnight, type Step, timelineOf } from './timeline.ts'

/** One request of the demo, decided in everything before the first is filed. */
export type PlannedRequest = {
  readonly merchant: DemoMerchant
  readonly story: Story
  readonly person: Person
  readonly channel: Channel
  readonly filedAt: Date
  readonly callback?: { readonly from: Date; readonly to: Date }
  readonly steps: readonly Step[]
}

const pastDays = 90
const minute = 60_000
const hour = 60 * minute

/** All requests of a merchant in the 90 days before `now`, those that stand open now among them. */
export function planRequests(merchant: DemoMerchant, now: Date, random: SeededRandom): PlannedRequest[] {
  const newest = merchant.versions.at(-1)?.document
  const calendar = newest?.calendars[merchant.calendar]
  if (!newest || !calendar) throw new Error(`${merchant.slug} has no calendar ${merchant.calendar}`)
  const office: Office = { merchant, commitment: newest, calendar, now, random }
  const present = merchant.presentRequests.map((request) => planPresent(request, office))
  return [...planPast(office), ...present]
}

type Office = {
  readonly merchant: DemoMerchant
  readonly commitment: Commitment
  readonly calendar: Calendar
  readonly now: Date
  readonly random: SeededRandom
}

/** Every story comes up about equally often, in no order, on a day that nobody chose. */
function planPast(office: Office): PlannedRequest[] {
  const { merchant, now, random } = office
  const round = (): Story[] => random.shuffled(merchant.stories)
  let ahead = round()
  return Array.from({ length: merchant.pastRequests }, (_, index) => {
    if (ahead.length === 0) ahead = round()
    const story = ahead.pop() ?? random.pick(merchant.stories)
    const daysBefore = pastDays - Math.floor((pastDays * (index + random.fraction())) / merchant.pastRequests)
    const at = new Date(midnight(now, daysBefore).getTime() + random.between(7 * 60, 22 * 60 - 1) * minute)
    const latest = new Date(now.getTime() - random.between(60, 600) * minute)
    return plan(story, at < latest ? at : awakeBefore(latest), office)
  })
}

function plan(story: Story, filedAt: Date, { merchant, calendar, random }: Office): PlannedRequest {
  const from = story.kind === 'callback' ? callbackFrom(filedAt, calendar, random) : undefined
  return {
    merchant,
    story,
    person: random.pick(people.filter(({ locale }) => locale === story.locale)),
    channel: channelOf(story, random),
    filedAt,
    ...(from && { callback: { from, to: new Date(from.getTime() + 2 * hour) } }),
    steps: timelineOf(story, { filedAt, callbackFrom: from }, calendar, random),
  }
}

function planPresent(
  { subject, turnsDone, replyDueInMinutes }: PresentRequest,
  office: Office,
): PlannedRequest {
  const story = office.merchant.stories.find((one) => one.subject === subject)
  if (!story) throw new Error(`${office.merchant.slug} has no story "${subject}"`)
  const planned =
    replyDueInMinutes === undefined
      ? planWithTurnsDone(story, turnsDone, office)
      : plan(story, filedSoThatDue(story, replyDueInMinutes, office), office)
  return { ...planned, steps: planned.steps.slice(0, turnsDone) }
}

/** Filed as late as lets that many turns lie behind us. */
function planWithTurnsDone(story: Story, turnsDone: number, office: Office): PlannedRequest {
  const hoursBack_max = 24 * 21
  for (let hoursBack = 4; hoursBack < hoursBack_max; hoursBack += 5) {
    const planned = plan(story, awakeBefore(new Date(office.now.getTime() - hoursBack * hour)), office)
    const last = planned.steps[turnsDone - 1]
    if (!last || last.at < office.now) return planned
  }
  throw new Error(`"${story.subject}" does not come to turn ${turnsDone} within three weeks`)
}

/** Of the last two weeks, for there are holidays of nine days, the moment whose first reply is due nearest to so many minutes from now. */
function filedSoThatDue(story: Story, dueInMinutes: number, { commitment, now, random }: Office): Date {
  const target = now.getTime() + dueInMinutes * minute
  let nearest = { filedAt: now, distance: Number.POSITIVE_INFINITY }
  const twoDays = 2 * 24 * 60
  for (let minutesBack = 10; minutesBack < 7 * twoDays; minutesBack += minutesBack < twoDays ? 5 : 30) {
    const filedAt = new Date(now.getTime() - minutesBack * minute - random.between(0, 59) * 1000)
    if (awake(filedAt).getTime() !== filedAt.getTime()) continue
    const request = { kind: story.kind, customerType: 'consumer', channel: 'widget' } as const
    const reply = previewDeadlines(request, commitment, filedAt).find(
      ({ milestone }) => milestone === 'first_reply',
    )
    // Late where it is to be late, and still in time where it is to be in time.
    if (!reply || reply.dueAt < now !== dueInMinutes < 0) continue
    const distance = Math.abs(reply.dueAt.getTime() - target)
    if (distance < nearest.distance) nearest = { filedAt, distance }
  }
  return nearest.filedAt
}

/** The same instant, or ten hours before where it falls into the night. */
function awakeBefore(instant: Date): Date {
  return awake(instant).getTime() === instant.getTime() ? instant : new Date(instant.getTime() - 10 * hour)
}

const channels: readonly Channel[] = [
  ...Array<Channel>(10).fill('widget'),
  ...Array<Channel>(4).fill('portal'),
  ...Array<Channel>(3).fill('phone'),
  ...Array<Channel>(2).fill('email'),
  'api',
]

function channelOf({ customerType }: Story, random: SeededRandom): Channel {
  if (customerType === 'partner') return 'partner'
  if (customerType === 'supplier') return 'email'
  return random.pick(channels)
}
