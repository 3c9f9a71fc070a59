/** How many digits a currency has behind the point: 0 for VND, 2 for GBP; 0 for what is no currency. */
function exponentOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 0
  } catch {
    return 0
  }
}

/** "10.34" or "10,34" in pounds is 1034; undefined for what is no sum of the currency. */
export function minorUnits(text: string, currency: string): number | undefined {
  const exponent = exponentOf(currency)
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(text.replaceAll(/[\s\u00a0]/g, ''))
  const [, whole = '', fraction = ''] = match ?? []
  if (!match || fraction.length > exponent) return undefined
  const amount = Number(whole + fraction.padEnd(exponent, '0'))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** The other way round, as it is typed. */
export function typedAmount(amount: number, currency: string): string {
  const exponent = exponentOf(currency)
  if (exponent === 0) return String(amount)
  const digits = String(amount).padStart(exponent + 1, '0')
  const fraction = digits.slice(-exponent)
  return `${digits.slice(0, -exponent)}${Number(fraction) === 0 ? '' : `.${fraction}`}`
}
