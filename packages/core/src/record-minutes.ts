import { minuteMillis } from './local-clock.ts'

/** A hundred years, which is as far as anything is computed. */
const minutesMax = 100 * 366 * 24 * 60
const stepsPerDoubling = 8

/**
 * The times that the record knows: whole minutes, each at most 9.1 % (or a minute) above the one before, with 1, 2,
 * 4, 8 … hours among them, so that what was kept within a common pledge never shows as more than it.
 */
const shownMinutes = ladder()

/** A time in milliseconds as the record shows it: "within so many minutes", never less than it took. */
export function minutesShown(millis: number): number {
  const minutes = Math.min(Math.ceil(millis / minuteMillis), minutesMax)
  return shownMinutes.find((bound) => minutes <= bound) ?? minutesMax
}

function ladder(): number[] {
  const bounds = new Set<number>()
  for (let step = -6 * stepsPerDoubling; ; step += 1) {
    const bound = Math.ceil(60 * 2 ** (step / stepsPerDoubling))
    bounds.add(Math.min(bound, minutesMax))
    if (bound >= minutesMax) return [...bounds]
  }
}
