import type { OwnField, SaveArticleBody } from '@camket/contracts'
import type { Commitment, Kind, Locale, Localized, Role } from '@camket/core'
import type { PictureName } from './picture.ts'
import type { Story } from './story.ts'

type DemoProduct = {
  readonly code: string
  readonly name: string
  readonly warrantyMonths: number
  readonly excludedReason?: string
}

export type DemoStaff = {
  readonly name: string
  /** Left part of the address; the right part is the merchant's. */
  readonly mailbox: string
  readonly role: Role
  /** Key of the department. */
  readonly department?: string
}

type DemoDepartment = {
  readonly key: string
  readonly name: Localized
  readonly kinds: readonly Kind[]
  /** Mailbox of its lead. */
  readonly lead: string
}

/** An article of help, in one language or both. */
export type DemoArticle = {
  readonly slug: string
  readonly kinds?: Kind[]
  readonly text: { readonly [L in Locale]?: Pick<SaveArticleBody, 'title' | 'body'> }
}

/** A request that stands as it is now, however long the rest of its story. */
export type PresentRequest = {
  readonly subject: string
  readonly turnsDone: number
  /** Its first reply is due so many minutes from now, before or after, as near as working hours allow. */
  readonly replyDueInMinutes?: number
}

/** One of the two merchants of the demo, as its owner would set it up. */
export type DemoMerchant = {
  readonly slug: string
  readonly name: string
  readonly logo: PictureName
  readonly locale: Locale
  readonly accent: string
  readonly kinds: readonly Kind[]
  readonly departments: readonly DemoDepartment[]
  readonly handOffReasons: readonly { readonly code: string; readonly text: Localized }[]
  readonly products: readonly DemoProduct[]
  readonly staff: readonly DemoStaff[]
  readonly versions: readonly { readonly document: Commitment; readonly inForceSinceDays: number }[]
  /** Calendar by which its staff work. */
  readonly calendar: string
  readonly heading?: Partial<Record<Locale, string>>
  readonly fields: OwnField[]
  readonly articles: readonly DemoArticle[]
  readonly stories: readonly Story[]
  readonly pastRequests: number
  readonly presentRequests: readonly PresentRequest[]
}
