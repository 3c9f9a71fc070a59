import type { Locale } from '@camket/core'

type OfMerchant = {
  /** Origin of this deployment, without a slash at its end. */
  readonly publicUrl: string
  readonly merchant: { readonly slug: string; readonly locale: Locale }
  /** Language of the page: the merchant's own stands at the short address. */
  readonly locale: Locale
}

/** A request's public page. */
export function requestUrl(place: OfMerchant, code: string): string {
  return `${pagesOf(place)}/requests/${code}`
}

/** The customer's private link: the page exchanges the key for a cookie. */
export function privateUrl(place: OfMerchant, code: string, key: string): string {
  return `${requestUrl(place, code)}?key=${key}`
}

/** One version of the commitment, which never changes. */
export function versionUrl(place: OfMerchant, version: number): string {
  return `${pagesOf(place)}/commitment/${version}`
}

/** Where a customer proves for a pass what cannot be proved on the merchant's own page. */
export function confirmUrl(place: OfMerchant, pass: string): string {
  return `${pagesOf(place)}/confirm?pass=${pass}`
}

/** Where a merchant's pages in this language begin: the commitment itself. */
export function pagesOf({ publicUrl, merchant, locale }: OfMerchant): string {
  const language = locale === merchant.locale ? '' : `/${locale}`
  return `${publicUrl}${language}/${merchant.slug}`
}

/** Where staff work on a request. */
export function deskTicketUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/desk/tickets/${code}`
}
