import type { Merchant } from './store.ts'

/** Where a merchant's logo is shown from, on our own origin; another picture has another address, so it may be kept long. */
export function logoUrl(
  { slug, logoKey }: Pick<Merchant, 'slug' | 'logoKey'>,
  publicUrl: string,
): string | undefined {
  if (logoKey === null) return undefined
  return `${publicUrl}/api/v1/merchants/${slug}/logo?picture=${logoKey.split('/').at(-1)?.slice(0, 16)}`
}
