import { type Calendar, dueAt, type Kind, nextOpening } from '@camket/core'
import type { SeededRandom } from './random.ts'
import type { Story, Turn } from './story.ts'

export type Step = { readonly at: Date; readonly turn: Turn }

const minute = 60_000
const hour = 60 * minute
/** Vietnam has had no summer time since 1975. */
const offsetMillis = 7 * hour

/** Minutes of open time until the first reply: as people mean to, and when they do not manage. */
const firstReplyMinutes: Record<Kind, { prompt: [number, number]; slow: [number, number] }> = {
  warranty: { prompt: [9, 170], slow: [250, 560] },
  complaint: { prompt: [20, 240], slow: [780, 1300] },
  support: { prompt: [12, 300], slow: [500, 1000] },
  suggestion: { prompt: [60, 800], slow: [1500, 2200] },
  // From the hour that was agreed.
  callback: { prompt: [1, 24], slow: [40, 150] },
}

/** When each turn of a story happens: staff work in open hours, customers write when they are awake. */
export function timelineOf(
  { kind, turns }: Story,
  { filedAt, callbackFrom }: { filedAt: Date; callbackFrom?: Date | undefined },
  calendar: Calendar,
  random: SeededRandom,
): Step[] {
  let at = callbackFrom ?? filedAt
  let hasReplied = false
  /** The customer wrote last. */
  let isAwaited = false
  return turns.map((turn) => {
    if (isByCustomer(turn)) {
      at = awake(new Date(at.getTime() + random.between(25, 1300) * minute))
      isAwaited = true
      return { at, turn }
    }
    const { prompt, slow } = firstReplyMinutes[kind]
    const isFirstReply = !hasReplied && isReply(turn)
    const minutes = isFirstReply
      ? minutesIn(prompt, slow, 0.05, random)
      : laterMinutes(turn, isAwaited, random)
    hasReplied ||= isReply(turn)
    if (isReply(turn)) isAwaited = false
    at = dueAt(at, { amount: minutes, unit: 'working_minute' }, calendar)
    return { at, turn }
  })
}

function laterMinutes(turn: Turn, isAwaited: boolean, random: SeededRandom): number {
  if (isReply(turn) && isAwaited) return minutesIn([15, 330], [560, 1100], 0.06, random)
  if ('resolve' in turn) return minutesIn([90, 1100], [3600, 5200], 0.1, random)
  if ('staff' in turn) return random.between(15, 330)
  if ('resume' in turn) return random.between(400, 900)
  return random.between(3, 40)
}

function minutesIn(
  usual: readonly [number, number],
  rare: readonly [number, number],
  probability: number,
  random: SeededRandom,
): number {
  return random.between(...(random.chance(probability) ? rare : usual))
}

function isByCustomer(turn: Turn): boolean {
  return 'customer' in turn || 'withdraw' in turn
}

function isReply(turn: Turn): boolean {
  return 'staff' in turn || 'resolve' in turn || 'call' in turn
}

/** The same instant, or the next morning where it falls into the night. */
export function awake(instant: Date): Date {
  const local = new Date(instant.getTime() + offsetMillis)
  const hourOfDay = local.getUTCHours()
  if (hourOfDay >= 7 && hourOfDay < 22) return instant
  const hours = hourOfDay < 7 ? 7 - hourOfDay : 31 - hourOfDay
  return new Date(instant.getTime() + hours * hour)
}

/** Midnight in Vietnam so many days before. */
export function midnight(now: Date, daysBefore: number): Date {
  const day = 24 * hour
  const today = Math.floor((now.getTime() + offsetMillis) / day)
  return new Date((today - daysBefore) * day - offsetMillis)
}

/** The hour that a customer asks to be called at: some open hours from now. */
export function callbackFrom(filedAt: Date, calendar: Calendar, random: SeededRandom): Date {
  const agreed = dueAt(filedAt, { amount: random.between(2, 9) * 30, unit: 'working_minute' }, calendar)
  const halfHour = 30 * minute
  return nextOpening(calendar, new Date(Math.ceil(agreed.getTime() / halfHour) * halfHour))
}
