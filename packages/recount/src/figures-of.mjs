/**
 * The figures of some lines, by the published rules: what was excluded never fell due; late counts as missed; what was
 * never done takes longer than anything.
 *
 * @param {readonly import('./published.d.ts').Line[]} lines
 * @param {boolean} timed whether times can be compared: not of several pledges together
 * @returns {import('./published.d.ts').Figures}
 */
export function figuresOf(lines, timed) {
  const due = lines.filter(({ outcome }) => outcome !== 'excluded')
  const count = (/** @type {string} */ outcome) => lines.filter((line) => line.outcome === outcome).length
  const kept = count('kept')
  const times = due.map(({ minutes }) => minutes ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const inState = (/** @type {string} */ state) =>
    lines.filter(({ remedy }) => remedy?.state === state).length
  return {
    due: due.length,
    kept,
    missed: due.length - kept,
    late: count('late'),
    excluded: count('excluded'),
    keptRate: due.length === 0 ? null : Math.round((kept / due.length) * 10_000) / 10_000,
    medianMinutes: timed ? within(times, 5) : null,
    p90Minutes: timed ? within(times, 9) : null,
    remedies: {
      owed: lines.filter(({ remedy }) => remedy !== null).length,
      settled: inState('settled'),
      waived: inState('waived'),
      expired: inState('expired'),
      amounts: amountsOf(lines),
    },
  }
}

/**
 * The time within which so many tenths were done, by nearest rank; null when fewer than that ever were.
 *
 * @param {readonly number[]} sorted
 * @param {number} tenths
 */
function within(sorted, tenths) {
  const time = sorted[Math.ceil((sorted.length * tenths) / 10) - 1]
  return time === undefined || time === Number.POSITIVE_INFINITY ? null : time
}

/** @param {readonly import('./published.d.ts').Line[]} lines */
function amountsOf(lines) {
  /** @type {Map<string, number>} */
  const sums = new Map()
  for (const { remedy } of lines) {
    if (!remedy?.amount) continue
    const { amount, currency } = remedy.amount
    sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ amount, currency }))
}
