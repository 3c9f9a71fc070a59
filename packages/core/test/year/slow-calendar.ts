import type { Calendar } from '../../src/calendar.ts'
import type { Duration } from '../../src/duration.ts'
import { daysLater, readsOpen, wallClock } from '../wall-clock.ts'

const stepMillis = 5 * 60_000
type Span = { readonly from: number; readonly to: number }

/**
 * A second opinion that shares nothing with what it checks: it asks Intl what the clocks read every five minutes, and
 * adds up. Windows and clock changes of the simulated calendars fall on whole five minutes.
 */
export class SlowCalendar {
  readonly #from: number
  readonly #open: boolean[] = []
  readonly #sums: number[] = [0]
  readonly #closing = new Map<string, number>()
  readonly #dayEnd = new Map<string, number>()
  readonly #timeZone: string

  constructor(calendar: Calendar, from: Date, to: Date) {
    this.#from = from.getTime()
    this.#timeZone = calendar.timeZone
    for (let at = this.#from; at < to.getTime(); at += stepMillis) {
      const instant = new Date(at)
      const open = readsOpen(calendar, instant)
      const { date } = wallClock(calendar.timeZone, instant)
      this.#open.push(open)
      this.#sums.push((this.#sums.at(-1) ?? 0) + (open ? stepMillis : 0))
      this.#dayEnd.set(date, at + stepMillis)
      if (open) this.#closing.set(date, at + stepMillis)
    }
  }

  /** When a clock runs out that runs but for these spans, which are in order and may have no end. */
  due(start: Date, { amount, unit }: Duration, stands: readonly Span[]): number | undefined {
    const open = unit.startsWith('working_')
    let left = this.#supply(start.getTime(), amount, unit)
    let at = start.getTime()
    for (const { from, to } of [
      ...stands,
      { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    ]) {
      if (to <= at) continue
      const until = Math.max(at, from)
      const runs =
        until === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : this.#between(at, until, open)
      if (left <= runs) return this.#after(at, left, open)
      left -= runs
      at = Math.max(at, to)
      if (at === Number.POSITIVE_INFINITY) return undefined
    }
    return undefined
  }

  #supply(start: number, amount: number, unit: Duration['unit']): number {
    const { date } = wallClock(this.#timeZone, new Date(start))
    if (unit === 'calendar_day') return (this.#dayEnd.get(daysLater(date, amount)) ?? 0) - start
    if (unit === 'working_day') return this.#between(start, this.#closingOf(date, amount), true)
    return amount * (unit.endsWith('hour') ? 3_600_000 : 60_000)
  }

  #closingOf(date: string, days: number): number {
    let day = date
    for (let left = days; left > 0; ) {
      day = daysLater(day, 1)
      if (this.#closing.has(day)) left -= 1
    }
    return this.#closing.get(day) ?? 0
  }

  #between(from: number, to: number, open: boolean): number {
    return open ? this.#upTo(to) - this.#upTo(from) : to - from
  }

  #upTo(at: number): number {
    const step = Math.floor((at - this.#from) / stepMillis)
    const rest = (at - this.#from) % stepMillis
    return (this.#sums[step] ?? 0) + (this.#open[step] ? rest : 0)
  }

  /** The instant at which so much time has passed since. */
  #after(from: number, millis: number, open: boolean): number {
    if (!open) return from + millis
    const target = this.#upTo(from) + millis
    let [low, high] = [0, this.#sums.length - 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((this.#sums[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return this.#from + low * stepMillis - ((this.#sums[low] ?? 0) - target)
  }
}
