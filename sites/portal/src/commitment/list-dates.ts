export type DateRun = {
  /** `YYYY-MM-DD` */
  readonly from: string
  readonly to: string
  /** Open hours such as `08:00-12:00`; none on a day off. */
  readonly windows: readonly string[]
}

const dayMillis = 86_400_000

/** The days that differ from the week, in order; days in a row with the same hours are told together. */
export function listDates(dates: Readonly<Record<string, readonly string[]>>): DateRun[] {
  const runs: DateRun[] = []
  for (const [date, windows] of Object.entries(dates).sort(([a], [b]) => a.localeCompare(b))) {
    const run = runs.at(-1)
    const isNext = run && Date.parse(date) - Date.parse(run.to) === dayMillis
    if (run && isNext && run.windows.join() === windows.join()) runs.splice(-1, 1, { ...run, to: date })
    else runs.push({ from: date, to: date, windows })
  }
  return runs
}
