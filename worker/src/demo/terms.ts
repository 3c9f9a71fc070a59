import type { Duration, Offer, Pledge, Remedy } from '@camket/core'

/** Both demo merchants keep their books in đồng, which has no smaller unit. */
const dong = (amount: number) => ({ amount, currency: 'VND' })
export const voucher = (amount: number): Offer => ({ type: 'voucher', value: dong(amount) })
export const money = (amount: number): Offer => ({ type: 'money', value: dong(amount) })

/** Owed once, without being asked for; the customer picks one where there are several. */
export const owed = (working_days: number, ...choice: Offer[]): Remedy => ({
  choice,
  accrual: { type: 'once' },
  settlement: { type: 'automatic', payWithin: { amount: working_days, unit: 'working_day' } },
})

/** Owed for each day of delay that has begun, at most for so many; the customer picks one where there are several. */
export const owedPerDay = (working_days: number, days_max: number, ...choice: Offer[]): Remedy => ({
  ...owed(working_days, ...choice),
  accrual: { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' },
  cap: { type: 'count', units: days_max },
})

/** The same again is owed on top if it is not settled in its time. */
export const orTheSameAgain = (remedy: Remedy): Remedy => ({
  ...remedy,
  settlement: { ...remedy.settlement, latePenalty: 'same_again' },
})

export const workingMinutes = (amount: number): Duration => ({ amount, unit: 'working_minute' })
export const workingHours = (amount: number): Duration => ({ amount, unit: 'working_hour' })
export const workingDays = (amount: number): Duration => ({ amount, unit: 'working_day' })

/** A version's pledges with some of them put in other words or left out: how an older version differed. */
export function changedPledges(
  pledges: readonly Pledge[],
  changes: Readonly<Record<string, Partial<Pick<Pledge, 'within'>> & { remedy?: Remedy | 'none' }>>,
  { without = [] }: { without?: readonly string[] } = {},
): Pledge[] {
  return pledges
    .filter(({ id }) => !without.includes(id))
    .map((pledge) => {
      const { within = pledge.within, remedy = pledge.remedy } = changes[pledge.id] ?? {}
      const { remedy: _, ...rest } = pledge
      return { ...rest, within, ...(remedy && remedy !== 'none' && { remedy }) }
    })
}
