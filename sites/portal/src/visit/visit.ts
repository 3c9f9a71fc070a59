import type { Api } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'
import type { Shop } from './open-shop.ts'

/** What every page is given. */
export type Visit = {
  readonly api: Api
  readonly locale: Locale
  readonly words: Strings
  /** Absent on the pages of this deployment itself, and where the merchant is unknown. */
  readonly shop?: Shop
  /** After the merchant, such as `/status`; the empty text is the commitment itself. */
  readonly rest: string
}

/** The merchant of a page under `/{merchant}`; the middleware lets nobody there without one. */
export function shopOf({ visit }: Pick<App.Locals, 'visit'>): Shop {
  if (visit.shop) return visit.shop
  throw new Error('This page has no merchant.')
}
