/**
 * Whose record an address is about: a page of the portal, in any language, or an address of the API.
 *
 * @typedef {{ origin: string, merchant: string }} Place
 * @param {string} address
 * @returns {Place}
 * @throws {Error} when it is no address, or names no merchant.
 */
export function placeOf(address) {
  const { protocol, origin, pathname } = urlOf(address)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`${address} is no web address.`)
  const parts = pathname.split('/').filter((part) => part !== '')
  const afterApi = parts[0] === 'api' ? parts.indexOf('merchants') + 1 : 0
  // A language's name has two letters, a merchant's has more.
  const at = afterApi === 0 && parts[0]?.length === 2 ? 1 : afterApi
  const merchant = parts[at]
  if (!merchant) {
    throw new Error(
      `${address} names no merchant: give the address of its commitment, such as ${origin}/minh-an`,
    )
  }
  return { origin, merchant: decodeURIComponent(merchant) }
}

/** @param {string} address */
function urlOf(address) {
  try {
    return new URL(address)
  } catch {
    throw new Error(`"${address}" is no address; write it whole, such as https://camket.example/minh-an`)
  }
}
