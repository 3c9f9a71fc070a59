import type { WidgetConfig } from '@camket/contracts'
import {
  accentColors,
  type Commitment,
  describePledgeShort,
  kindName,
  type Locale,
  matchPledges,
  milestones,
} from '@camket/core'
import { present } from '@camket/core/present'
import { requestPrompt } from '@camket/core/request-prompt'
import { requestTitle } from '@camket/core/request-title'
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
    kinds: merchant.kinds.map((kind) => {
      const pledges = pledgesOf(inForce.document, kind, locale)
      const title = requestTitle(kind, locale)
      const prompt = requestPrompt(kind, locale)
      return { kind, name: kindName(kind, locale), title, prompt, summary: summaryOf(pledges), pledges }
    }),
    products: products.map(({ code, name }) => ({ code, name })),
    ...viewLook(embed, locale, merchant.locale),
    hasArticles,
  }
}

/**
 * "Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc": one line, as one would say it. What follows a first
 * answer is for the reader of the commitment, not for the choice.
 */
function summaryOf(pledges: WidgetConfig['kinds'][number]['pledges']): string {
  return pledges
    .filter(({ milestone }) => !/^(?:next|remedy)_/.test(milestone))
    .map(({ text }, index) => (index > 0 ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text))
    .join(', ')
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
