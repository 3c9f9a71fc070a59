import { kinds } from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { instant } from './money.ts'
import { words } from './words.ts'

const locale = z.enum(['vi', 'en'])

/** Last part of an article's address; the same in every language. */
export const articleSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(limits.article_slug_chars_max)

/** Query of `GET …/articles`: with words at most three that fit, without them all that are published. */
export const articleQuery = z.strictObject({
  q: z.string().max(limits.article_query_chars_max).optional(),
  locale: locale.optional(),
  kind: z.enum(kinds).optional(),
})
export type ArticleQuery = z.input<typeof articleQuery>

export const articleHit = z.object({
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  url: z.url(),
})
export const articleHits = z.object({ articles: z.array(articleHit) })
export type ArticleHits = z.infer<typeof articleHits>

/** `GET …/articles/{slug}`: in the language asked for, else in the merchant's own. */
export const articleView = z.object({
  slug: z.string(),
  locale,
  title: z.string(),
  /** Paragraphs, `## headings`, lists with `- ` or `1. `, **strong** and [links](https://…); nothing else is marked up. */
  body: z.string(),
  updatedAt: instant,
  url: z.url(),
})
export type ArticleView = z.infer<typeof articleView>

/** `PUT /api/v1/desk/articles/{locale}/{slug}`. `revision`: 0 for one that is new. */
export const saveArticleBody = z.strictObject({
  revision: z.int().nonnegative(),
  title: words(limits.article_title_chars_max),
  body: words(limits.article_body_chars_max),
  /** For these kinds of requests; absent: for all. */
  kinds: z.array(z.enum(kinds)).min(1).optional(),
  published: z.boolean(),
})
export type SaveArticleInput = z.input<typeof saveArticleBody>
export type SaveArticleBody = z.output<typeof saveArticleBody>

export const deskArticle = z.object({
  slug: z.string(),
  locale,
  title: z.string(),
  body: z.string(),
  kinds: z.array(z.enum(kinds)).optional(),
  published: z.boolean(),
  revision: z.int(),
  updatedAt: instant,
})
export type DeskArticle = z.infer<typeof deskArticle>
export const deskArticles = z.object({ articles: z.array(deskArticle) })
export type DeskArticles = z.infer<typeof deskArticles>
