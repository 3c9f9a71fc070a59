import { minuteMillis } from './local-clock.ts'

export const durationUnits = [
  'minute',
  'hour',
  'working_minute',
  'working_hour',
  'working_day',
  'calendar_day',
  'month',
] as const

export type DurationUnit = (typeof durationUnits)[number]

/** How long, in the words of PRODUCT.md "Time"; `amount` is a whole number. */
export type Duration = { readonly amount: number; readonly unit: DurationUnit }

export type DurationProblem = {
  /** JSON pointer into the duration. */
  readonly pointer: string
  readonly code: 'duration_amount_invalid' | 'duration_unit_unknown'
  readonly message: string
}

/** Thrown by whatever has to compute with a duration that says nothing. */
export class DurationError extends Error {
  readonly code: DurationProblem['code']
  readonly pointer: string

  constructor(problem: DurationProblem) {
    super(problem.message)
    this.name = 'DurationError'
    this.code = problem.code
    this.pointer = problem.pointer
  }
}

/** The most of each unit that a duration may have: about a hundred years. */
const amountMax: Record<DurationUnit, number> = {
  minute: 52_596_000,
  hour: 876_600,
  working_minute: 52_596_000,
  working_hour: 876_600,
  working_day: 36_525,
  calendar_day: 36_525,
  month: 1_200,
}

/** Units whose length is the same whatever the calendar says, in milliseconds of real or of open time. */
export const fixedUnitMillis: Partial<Record<DurationUnit, number>> = {
  minute: minuteMillis,
  hour: 60 * minuteMillis,
  working_minute: minuteMillis,
  working_hour: 60 * minuteMillis,
}

/** Says what keeps a duration from meaning something. */
export function checkDuration({ amount, unit }: Duration): DurationProblem[] {
  if (!durationUnits.includes(unit)) {
    const message = `"${unit}" is not a unit; the units are ${durationUnits.join(', ')}.`
    return [{ pointer: '/unit', code: 'duration_unit_unknown', message }]
  }
  // "The end of this day" is the end of the 0th calendar day, but there is no closing time of a 0th working day.
  const min = unit === 'working_day' ? 1 : 0
  const max = amountMax[unit]
  if (Number.isInteger(amount) && amount >= min && amount <= max) return []
  const message = `The amount of ${unit} must be a whole number from ${min} to ${max}.`
  return [{ pointer: '/amount', code: 'duration_amount_invalid', message }]
}
