/**
 * So many percent (two decimals at most) of a sum in minor units, rounded half up to the minor unit: 10 % of €34.95 is
 * €3.50. Of less than nothing it is nothing.
 */
export function shareOf(sum: number, percent: number): number {
  if (sum <= 0) return 0
  // In hundredths of a percent and with whole numbers of any size, because 0.1 is no binary number.
  const parts = BigInt(sum) * BigInt(Math.round(percent * 100))
  return Number((parts * 2n + 10_000n) / 20_000n)
}
