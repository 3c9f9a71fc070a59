/** How far a zone's clocks are from UTC at an instant, as `+07:00`; without a zone, this device's. */
export const offsetAt = (at: Date, timeZone?: string): string | undefined =>
  at.toLocaleString('en', { timeZoneName: 'longOffset', ...(timeZone && { timeZone }) }).split('GMT')[1]

/**
 * The instant at which a zone's clocks read this day (`YYYY-MM-DD`) and time (`HH:MM`): core's `instantAt`, for what the
 * browser's own fields have read already. An invalid date when they are no day and time.
 */
export function clockInstant(day: string | undefined, time: string | undefined, timeZone: string): Date {
  const reading = `${day}T${time}`
  const read = (offset: string | undefined) => new Date(reading + (offset || 'Z'))
  // The offset at that reading in UTC may be another than there, within hours of a change of clocks.
  return read(offsetAt(read(offsetAt(read(''), timeZone)), timeZone))
}

/** The local day `YYYY-MM-DD` of an instant. */
export const isoDay = (at: Date, timeZone: string): string => at.toLocaleDateString('en-CA', { timeZone })
