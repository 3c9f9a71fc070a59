/**
 * The instant at which a zone's clocks read this day and time; a reading that daylight saving skips moves on.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns undefined when the two are no day and time.
 */
export function instantAt(date: string, time: string, timeZone: string): Date | undefined {
  // Parsers take much for a date that is none: an empty form reads as the year 2000, February has a 30th.
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined
  const reading = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(reading) || !new Date(reading).toISOString().startsWith(date)) return undefined
  const first = reading - offsetMillisAt(reading, timeZone)
  return new Date(reading - offsetMillisAt(first, timeZone))
}

/** By Intl rather than Temporal: faces that only read a form's clock need not carry a polyfill. */
function offsetMillisAt(millis: number, timeZone: string): number {
  // Swedes write an instant as ISO 8601 does, but for the T.
  const local = new Date(millis).toLocaleString('sv-SE', { timeZone })
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(millis / 1000) * 1000
}
