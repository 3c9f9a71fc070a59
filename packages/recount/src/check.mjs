import { figuresOf } from './figures-of.mjs'

/** Below this nothing may be told; it is part of the promise, so it is not taken from what is published. */
const hiddenUnder = 5

const figureNames = /** @type {const} */ ([
  'due',
  'kept',
  'missed',
  'late',
  'excluded',
  'keptRate',
  'medianMinutes',
  'p90Minutes',
])
const remedyNames = /** @type {const} */ (['owed', 'settled', 'waived', 'expired', 'amounts'])

/**
 * @typedef {import('./published.d.ts').Line} Line
 * @typedef {import('./published.d.ts').Part} Part
 * @typedef {import('./published.d.ts').Figures} Figures
 * @typedef {{ where: string, what: string, published: unknown, recounted: unknown }} Difference
 * @typedef {{ agrees: boolean, merchant: string, origin: string, from: string, to: string, lines: number,
 *   compared: number, differences: Difference[] }} Result
 */

/**
 * Computes every published figure again from the list, and compares.
 *
 * @param {import('./published.d.ts').Published} published
 * @returns {Result}
 */
export function check({ origin, merchant, records, lines }) {
  const checking = new Checking(lines)
  checking.lines()
  for (const record of records) {
    const { days, from, to, months } = record
    checking.same(`${days} days`, 'days in the window', days, daysBetween(from, to))
    checking.same(`${days} days`, 'last day', to, records[0]?.to)
    checking.part(`${days} days`, record, from, to)
    for (const month of months) {
      const end = lastDayOf(month.month)
      checking.part(month.month, month, `${month.month}-01`, [end, to].sort()[0] ?? to)
    }
  }
  const year = records.find(({ days }) => days === 365)
  if (year) checking.hidden(year)
  const { compared, differences } = checking
  return {
    agrees: differences.length === 0,
    merchant,
    origin,
    from: year?.from ?? '',
    to: year?.to ?? '',
    lines: lines.length,
    compared,
    differences,
  }
}

/** Collects what does not agree. */
class Checking {
  compared = 0
  /** @type {Difference[]} */
  differences = []
  /** @type {readonly Line[]} */
  #lines

  /** @param {readonly Line[]} lines */
  constructor(lines) {
    this.#lines = lines
  }

  /**
   * @param {string} where
   * @param {string} what
   * @param {unknown} published
   * @param {unknown} recounted
   */
  same(where, what, published, recounted) {
    this.compared += 1
    if (JSON.stringify(published) === JSON.stringify(recounted)) return
    // The months are published with each window: what differs in all of them is told once.
    const difference = { where, what, published, recounted }
    const text = JSON.stringify(difference)
    if (this.differences.some((known) => JSON.stringify(known) === text)) return
    this.differences.push(difference)
  }

  /** Each line once, and none that says what cannot be. */
  lines() {
    const handles = new Set(this.#lines.map(({ day, handle }) => `${day} ${handle}`))
    this.same('the list', 'lines without a double', this.#lines.length, handles.size)
    for (const line of this.#lines) {
      const { outcome, minutes, remedy } = line
      const isDone = outcome === 'kept' || outcome === 'late'
      const isMissed = outcome === 'missed' || outcome === 'late'
      const name = `line ${line.handle} of ${line.day}`
      this.same(name, 'outcome that is known', isDone || isMissed || outcome === 'excluded', true)
      this.same(name, 'has a time just when it was done', minutes !== null, isDone)
      this.same(name, 'owes something only if it was missed', remedy !== null && !isMissed, false)
    }
  }

  /**
   * The figures of a window or a month.
   *
   * @param {string} where
   * @param {Part} part
   * @param {string} from
   * @param {string} to
   */
  part(where, part, from, to) {
    const inside = this.#lines.filter(({ day }) => from <= day && day <= to)
    const isSettlement = (/** @type {{ milestone: string | null }} */ { milestone }) =>
      milestone === 'remedy_settled'
    const requests = inside.filter((line) => !isSettlement(line))
    this.figures(where, 'all pledges', part.total, requests, false)
    this.figures(where, 'all settlements', part.settlements, inside.filter(isSettlement), false)
    for (const { pledge, milestone, figures } of part.pledges) {
      const its = inside.filter((line) => line.pledge === pledge && line.milestone === milestone)
      this.figures(where, `${pledge}, ${milestone}`, figures, its, true)
    }
    for (const name of new Set(
      inside.flatMap((line) => (line.pledge ? `${line.pledge}, ${line.milestone}` : [])),
    )) {
      const isTold = part.pledges.some(({ pledge, milestone }) => `${pledge}, ${milestone}` === name)
      this.same(where, `${name} is in the list and so among the pledges`, isTold, true)
    }
  }

  /**
   * @param {string} where
   * @param {string} who
   * @param {Figures | null} published
   * @param {readonly Line[]} lines
   * @param {boolean} timed
   */
  figures(where, who, published, lines, timed) {
    const recounted = figuresOf(lines, timed)
    if (published === null) {
      this.same(where, `${who}: fewer than ${hiddenUnder} fell due`, true, recounted.due < hiddenUnder)
      return
    }
    const isTold = published.due === 0 || published.due >= hiddenUnder
    this.same(where, `${who}: told only from ${hiddenUnder} on`, isTold, true)
    for (const name of remedyNames) {
      this.same(where, `${who}: remedies, ${name}`, published.remedies[name], recounted.remedies[name])
    }
    for (const name of figureNames) this.same(where, `${who}: ${name}`, published[name], recounted[name])
  }

  /**
   * What is hidden over the year is named in no line; and what is listed without a name is five at least.
   *
   * @param {import('./published.d.ts').PublishedRecord} year
   */
  hidden({ from, to, pledges }) {
    const inside = this.#lines.filter(({ day }) => from <= day && day <= to)
    for (const { pledge, milestone, figures } of pledges) {
      if (figures) continue
      const named = inside.filter((line) => line.pledge === pledge && line.milestone === milestone)
      this.same('365 days', `${pledge}, ${milestone}: lines of a hidden pledge that name it`, 0, named.length)
    }
    for (const settlements of [false, true]) {
      const unnamed = inside.filter(
        (line) => line.pledge === null && (line.milestone === 'remedy_settled') === settlements,
      )
      const { due } = figuresOf(unnamed, false)
      const isNone = unnamed.length === 0
      this.same('365 days', 'lines without a name are five at least', isNone || due >= hiddenUnder, true)
    }
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

/** @param {string} month */
function lastDayOf(month) {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
