import { check } from './check.mjs'
import { download } from './download.mjs'

/**
 * Downloads a merchant's record and its list, and computes the one from the other.
 *
 * @param {import('./place-of.mjs').Place} place
 * @returns {Promise<import('./check.mjs').Result>}
 * @throws {Error} when it could not be found out.
 */
export async function recount(place) {
  return check(await download(place))
}
