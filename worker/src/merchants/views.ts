import type { WidgetConfig } from '@camket/contracts'
import {
  accentColors,
  type Commitment,
  describePledgeShort,
  type Locale,
  matchPledges,
  milestones,
} from '@camket/core'
import { present } from '@camket/core/present'
import { viewLook } from '../embed/views.ts'
import { pagesOf } from '../portal-urls.ts'
import { logoUrl } from './logo-url.ts'
import type { Merchant, Product } from './store.ts'

export type WidgetSource = {
  readonly merchant: Merchant
  readonly products: readonly Product[]
  readonly embed: Parameters<typeof viewLook>[0]
  readonly hasArticles: boolean
}

/** What a face needs to draw itself; every text is in `locale`. */
export function viewWidget(
  { merchant, products, embed, hasArticles }: WidgetSource,
  inForce: { readonly version: number; readonly document: Commitment },
  { locale, publicUrl }: { locale: Locale; publicUrl: string },
): WidgetConfig {
  const pages = pagesOf({ publicUrl, merchant, locale })
  return {
    merchant: merchant.slug,
    name: merchant.name,
    locale,
    locales: merchant.locales,
    timeZone: merchant.timeZone,
    colors: accentColors(merchant.accent),
    ...present({ logoUrl: logoUrl(merchant, publicUrl) }),
    commitmentUrl: pages,
    statusUrl: `${pages}/status`,
    commitmentVersion: inForce.version,
    kinds: merchant.kinds.map((kind) => ({ kind, pledges: pledgesOf(inForce.document, kind, locale) })),
    products: products.map(({ code, name }) => ({ code, name })),
    ...viewLook(embed, locale, merchant.locale),
    hasArticles,
  }
}

/** What an ordinary customer is promised for this kind. */
function pledgesOf(document: Commitment, kind: Merchant['kinds'][number], locale: Locale) {
  const matched = matchPledges(document, {
    kind,
    priority: 'normal',
    customerType: 'consumer',
    channel: 'widget',
  })
  return milestones.flatMap((milestone) => {
    const pledge = matched[milestone]
    return pledge ? [{ milestone, text: describePledgeShort(pledge, locale) }] : []
  })
}
