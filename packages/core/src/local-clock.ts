import { Temporal } from 'temporal-polyfill'

// The only file that knows Temporal (native where the runtime has it). Everything else computes with two kinds
// of plain numbers: real milliseconds since 1970, and local readings, which are written as if they were UTC.
// A reading plus its zone is only turned into real time through the stretches below, so a gap or an overlap
// of daylight saving can be forgotten nowhere.

export const minuteMillis = 60_000
export const hourMillis = 60 * minuteMillis
export const dayMillis = 24 * hourMillis

/** A stretch of real time in which the zone's clocks keep one distance from UTC: reading = real + offset. */
export type Stretch = {
  readonly fromMillis: number
  readonly toMillis: number
  readonly offsetMillis: number
}

// RFC 3339 writes years 0000 to 9999. A century of computing on top of that stays well within what Date can hold.
const instantMillisMin = Date.parse('0000-01-01T00:00:00.000Z')
const instantMillisMax = Date.parse('9999-12-31T23:59:59.999Z')

const zoneYearsMax = 4_000
const transitionsPerYearMax = 64
const stretchesByZoneYear = new Map<string, readonly Stretch[]>()

/**
 * Milliseconds since 1970 of an instant.
 * @throws {RangeError} when it is an invalid Date or has no year of four digits.
 */
export function millisOf(instant: Date): number {
  const millis = instant.getTime()
  if (millis >= instantMillisMin && millis <= instantMillisMax) return millis
  throw new RangeError('An instant must be a valid Date in the years 0000 to 9999.')
}

/** Whether the runtime's time zone data know this IANA name (or fixed offset such as `+07:00`). */
export function isTimeZone(timeZone: string): boolean {
  try {
    zonedAt(timeZone, 0)
    return true
  } catch {
    return false
  }
}

/** The stretches of a zone in order, the first of them cut so that it begins at `fromMillis`; the last ends at `toMillis`. */
export function* stretches(timeZone: string, fromMillis: number, toMillis: number): Generator<Stretch> {
  let at = fromMillis
  while (at < toMillis) {
    for (const stretch of stretchesOfYear(timeZone, new Date(at).getUTCFullYear())) {
      if (stretch.toMillis <= at) continue
      if (stretch.fromMillis >= toMillis) return
      const end = Math.min(stretch.toMillis, toMillis)
      yield { fromMillis: at, toMillis: end, offsetMillis: stretch.offsetMillis }
      at = end
    }
  }
}

/** Local reading of the zone's clocks at a real instant, as if it were UTC. */
export function localReading(timeZone: string, atMillis: number): number {
  const stretch = stretchesOfYear(timeZone, new Date(atMillis).getUTCFullYear()).find(
    (candidate) => atMillis < candidate.toMillis,
  )
  if (!stretch) throw new RangeError(`No clock reading at ${atMillis}`)
  return atMillis + stretch.offsetMillis
}

/** Number of the local day (days since 1 January 1970) that a reading lies in. */
export function dayOf(reading: number): number {
  return Math.floor(reading / dayMillis)
}

/** Number of the day written `YYYY-MM-DD`, or undefined when there is no such day. */
export function dayOfDate(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const millis = Date.parse(`${date}T00:00:00Z`)
  return new Date(millis).toJSON()?.startsWith(date) ? millis / dayMillis : undefined
}

/** The local day of an instant, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return dateOfDay(dayOf(localReading(timeZone, millisOf(instant))))
}

/** A day's number as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMillis).toISOString().slice(0, 10)
}

/** The real instant at which a local day begins; not always at 00:00, which daylight saving skips in some zones. */
export function startOfDay(timeZone: string, day: number): number {
  return plainDate(day).toZonedDateTime(timeZone).epochMilliseconds
}

/** The same-numbered day some months later, or that month's last day when it is shorter. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = plainDate(day).add({ months }, { overflow: 'constrain' })
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / dayMillis)
}

function stretchesOfYear(timeZone: string, year: number): readonly Stretch[] {
  const key = `${year} ${timeZone}`
  const known = stretchesByZoneYear.get(key)
  if (known) return known
  const found = findStretches(timeZone, year)
  if (stretchesByZoneYear.size >= zoneYearsMax) stretchesByZoneYear.clear()
  stretchesByZoneYear.set(key, found)
  return found
}

function findStretches(timeZone: string, year: number): Stretch[] {
  const found: Stretch[] = []
  const yearEnd = yearStart(year + 1)
  let at = yearStart(year)
  for (let count = 0; at < yearEnd && count < transitionsPerYearMax; count++) {
    const zoned = zonedAt(timeZone, at)
    const next = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? yearEnd
    const end = Math.min(next, yearEnd)
    found.push({ fromMillis: at, toMillis: end, offsetMillis: Math.round(zoned.offsetNanoseconds / 1e6) })
    at = end
  }
  return found
}

function yearStart(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1)
}

function zonedAt(timeZone: string, atMillis: number): Temporal.ZonedDateTime {
  return new Temporal.ZonedDateTime(BigInt(atMillis) * 1_000_000n, timeZone)
}

function plainDate(day: number): Temporal.PlainDate {
  const date = new Date(day * dayMillis)
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
