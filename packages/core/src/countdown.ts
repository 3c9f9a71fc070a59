const minuteMillis = 60_000
const hourMillis = 60 * minuteMillis
const dayMillis = 24 * hourMillis

export type CountdownWords = {
  readonly left: (span: string) => string
  readonly late: (span: string) => string
  readonly minutes: (count: number) => string
  readonly hours: (count: number) => string
  readonly days: (count: number) => string
  readonly lessThanMinute: string
}

/** "còn 22 phút", "trễ 3 giờ": the largest unit that says enough, never rounded up to look better. */
export function countdown(dueAt: string, now: Date, words: CountdownWords): string {
  const left = Date.parse(dueAt) - now.getTime()
  const span = spanOf(Math.abs(left), words)
  return left >= 0 ? words.left(span) : words.late(span)
}

function spanOf(millis: number, words: CountdownWords): string {
  if (millis < minuteMillis) return words.lessThanMinute
  if (millis < hourMillis) return words.minutes(Math.floor(millis / minuteMillis))
  if (millis < dayMillis) {
    const minutes = Math.floor((millis % hourMillis) / minuteMillis)
    const hours = words.hours(Math.floor(millis / hourMillis))
    return millis < 4 * hourMillis && minutes > 0 ? `${hours} ${words.minutes(minutes)}` : hours
  }
  return words.days(Math.floor(millis / dayMillis))
}
