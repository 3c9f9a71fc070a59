import type { ArticleHits, ArticleView, DeskArticle } from '@camket/contracts'
import { limits } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { plainText } from '@camket/core/article-text'
import { present } from '@camket/core/present'
import { pagesOf } from '../portal-urls.ts'
import type { Article } from './store.ts'

type Place = {
  readonly publicUrl: string
  readonly merchant: { readonly slug: string; readonly locale: Locale }
}

export const viewHits = (rows: readonly Article[], place: Place): ArticleHits => ({
  articles: rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    excerpt: excerptOf(row.body),
    url: urlOf(row, place),
  })),
})

export const viewArticle = (row: Article, place: Place): ArticleView => ({
  slug: row.slug,
  locale: row.locale,
  title: row.title,
  body: row.body,
  updatedAt: row.updatedAt.toISOString(),
  url: urlOf(row, place),
})

export const viewDeskArticle = (row: Article): DeskArticle => ({
  slug: row.slug,
  locale: row.locale,
  title: row.title,
  body: row.body,
  ...present({ kinds: row.kinds ?? undefined }),
  published: row.published,
  revision: row.revision,
  updatedAt: row.updatedAt.toISOString(),
})

const urlOf = ({ slug, locale }: Article, place: Place): string =>
  `${pagesOf({ ...place, locale })}/help/${slug}`

/** The beginning, without marks, ended at a word. */
function excerptOf(body: string): string {
  const text = plainText(body)
  if (text.length <= limits.article_excerpt_chars_max) return text
  return `${text.slice(0, limits.article_excerpt_chars_max).replace(/\s+\S*$/, '')}…`
}
