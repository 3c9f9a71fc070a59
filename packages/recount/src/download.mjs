const timeout_seconds = 30
const tries_max = 3
const answer_bytes_max = 20 * 1024 * 1024
const pages_max = 5_000

/**
 * What is published: the record of each window, and every line of the months that it can reach into. Asked for again
 * when something happened meanwhile, because then the two are of different moments.
 *
 * @typedef {import('./published.d.ts').Published} Published
 * @param {import('./place-of.mjs').Place} place
 * @returns {Promise<Published>}
 * @throws {Error} when it is not there, too large, or changes all the time.
 */
export async function download(place) {
  for (let count = 0; count < tries_max; count += 1) {
    const before = await records(place)
    const lines = await linesOf(place, before)
    const after = await records(place)
    if (JSON.stringify(before) === JSON.stringify(after)) return { ...place, records: before, lines }
  }
  throw new Error('The record changed each time while it was downloaded. Try again when it is quieter.')
}

/** @param {import('./place-of.mjs').Place} place */
async function records({ origin, merchant }) {
  const all = []
  for (const days of [30, 90, 365]) {
    all.push(await json(`${origin}/api/v1/merchants/${encodeURIComponent(merchant)}/record?days=${days}`))
  }
  return all
}

/**
 * @param {import('./place-of.mjs').Place} place
 * @param {readonly import('./published.d.ts').PublishedRecord[]} published
 */
async function linesOf({ origin, merchant }, published) {
  const lines = []
  let pages = 0
  for (const month of monthsOf(published)) {
    let cursor
    do {
      pages += 1
      if (pages > pages_max) throw new Error(`The list has more than ${pages_max} pages.`)
      const query = new URLSearchParams({ month, ...(cursor && { cursor }) })
      const page = await json(
        `${origin}/api/v1/merchants/${encodeURIComponent(merchant)}/record/events?${query}`,
      )
      lines.push(...page.events)
      cursor = page.nextCursor
    } while (cursor)
  }
  return lines
}

/**
 * Every month that a window or the table of months reaches into.
 *
 * @param {readonly import('./published.d.ts').PublishedRecord[]} published
 */
function monthsOf(published) {
  const named = published.flatMap(({ from, to, months }) => [
    from.slice(0, 7),
    to.slice(0, 7),
    ...months.map(({ month }) => month),
  ])
  const last = named.sort().at(-1) ?? ''
  const months = []
  for (let month = named[0] ?? ''; month <= last; month = next(month)) months.push(month)
  return months
}

/** @param {string} month */
function next(month) {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** @param {string} address */
async function json(address) {
  const response = await asked(address)
  const text = await bounded(response, address)
  if (!response.ok) throw new Error(`${address} answered ${response.status} ${titleOf(text)}`.trim())
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${address} did not answer with JSON. Is this a Camket?`)
  }
}

/** @param {string} address */
async function asked(address) {
  try {
    return await fetch(address, {
      headers: { Accept: 'application/json', 'Cache-Control': 'no-cache' },
      signal: AbortSignal.timeout(timeout_seconds * 1000),
    })
  } catch (error) {
    const why = error instanceof Error ? (error.cause ?? error) : error
    throw new Error(`${address} could not be reached: ${why instanceof Error ? why.message : String(why)}`)
  }
}

/**
 * @param {Response} response
 * @param {string} address
 */
async function bounded(response, address) {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > answer_bytes_max) throw new Error(`${address} answers with more than is reasonable.`)
  }
  return text
}

/** @param {string} text */
function titleOf(text) {
  try {
    return String(JSON.parse(text).title ?? '')
  } catch {
    return ''
  }
}
