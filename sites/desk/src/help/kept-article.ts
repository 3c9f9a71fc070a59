import type { Kind, Locale } from '@camket/core/vocabulary'

/** An article while it is written. */
export type ArticleDraft = {
  /** Of the stored one that it changes; 0 for a new one. */
  readonly revision: number
  readonly locale: Locale
  readonly slug: string
  readonly title: string
  readonly body: string
  readonly kinds: readonly Kind[]
  readonly published: boolean
}

const keyOf = (merchant: string) => `camket-desk-article:${merchant}`

/** What was being written in this tab, over a reload. */
export function keptArticle(merchant: string): ArticleDraft | undefined {
  const text = sessionStorage.getItem(keyOf(merchant))
  return text === null ? undefined : (JSON.parse(text) as ArticleDraft)
}

export function keepArticle(merchant: string, draft: ArticleDraft): void {
  sessionStorage.setItem(keyOf(merchant), JSON.stringify(draft))
}

export function forgetArticle(merchant: string): void {
  sessionStorage.removeItem(keyOf(merchant))
}
