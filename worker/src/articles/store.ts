import { type ArticleQuery, limits, type SaveArticleBody } from '@camket/contracts'
import { foldText, type Kind, type Locale } from '@camket/core'
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { articles } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'
import type { SoughtWord } from './words-of.ts'

export type Article = typeof articles.$inferSelect

/** In the index every article begins with this word, so that a search meets those of one merchant and language only. */
const scopeOf = (merchantId: string, locale: Locale): string =>
  `${merchantId}${locale}`.toLowerCase().replace(/[^a-z0-9]/g, '')

const isArticle = (merchantId: MerchantId, locale: Locale | readonly Locale[], slug: string) =>
  and(eq(articles.merchantId, merchantId), inArray(articles.locale, [locale].flat()), eq(articles.slug, slug))

const forKind = (kind: Kind | undefined): SQL | undefined =>
  kind === undefined
    ? undefined
    : or(
        sql`${articles.kinds} is null`,
        sql`exists (select 1 from json_each(${articles.kinds}) where value = ${kind})`,
      )

/** Published ones that hold any of the words, best first; a hit in the title counts for more. */
export const articlesFound = (
  db: Db,
  merchantId: string,
  { locale, words, kind }: { locale: Locale; words: readonly SoughtWord[]; kind: ArticleQuery['kind'] },
) => {
  // Quoted, nothing of a word is syntax; starred, it is looked for as a beginning.
  const any = words.map(({ word, begun }) => `"${word}"${begun ? '*' : ''}`).join(' OR ')
  const match = `scope : ${scopeOf(merchantId, locale)} AND {title_folded body_folded} : (${any})`
  const found = sql`select rowid from article_search where article_search match ${match}
    order by bm25(article_search, 0, 5, 1) limit ${limits.article_hits_max * 3}`
  return db
    .select()
    .from(articles)
    .where(and(sql`${articles.id} in (${found})`, forKind(kind)))
}

/** All published ones of a language, by title. */
export const articlesOf = (db: Db, merchantId: MerchantId, locale: Locale, kind: ArticleQuery['kind']) =>
  db
    .select()
    .from(articles)
    .where(
      and(
        eq(articles.merchantId, merchantId),
        eq(articles.locale, locale),
        eq(articles.published, true),
        forKind(kind),
      ),
    )
    .orderBy(asc(articles.title))
    .limit(limits.articles_per_merchant_max)

/** In each of these languages, for a batch with others. */
export const articleBySlug = (db: Db, merchantId: MerchantId, locales: readonly Locale[], slug: string) =>
  db
    .select()
    .from(articles)
    .where(and(isArticle(merchantId, locales, slug), eq(articles.published, true)))

/** As staff see them, unpublished ones too. */
export const everyArticle = (db: Db, merchantId: string) =>
  db
    .select()
    .from(articles)
    .where(eq(articles.merchantId, merchantId))
    .orderBy(asc(articles.locale), asc(articles.slug))
    .limit(limits.articles_per_merchant_max)

type Place = { readonly merchantId: string; readonly locale: Locale; readonly slug: string }

export async function readArticle(db: Db, { merchantId, locale, slug }: Place): Promise<Article | undefined> {
  const [row] = await db
    .select()
    .from(articles)
    .where(isArticle(merchantId, locale, slug))
  return row
}

/** What is stored; undefined when it is no longer of the revision that was changed. */
export async function writeArticle(
  db: Db,
  { merchantId, locale, slug }: Place,
  { revision, title, body, kinds, published }: SaveArticleBody,
  updatedAt: Date,
): Promise<Article | undefined> {
  const values = {
    title,
    body,
    kinds: kinds ?? null,
    published,
    updatedAt,
    revision: revision + 1,
    scope: published ? scopeOf(merchantId, locale) : '',
    titleFolded: foldText(title),
    bodyFolded: foldText(body),
  }
  const [row] =
    revision === 0
      ? await db
          .insert(articles)
          .values({ merchantId, locale, slug, ...values })
          .onConflictDoNothing()
          .returning()
      : await db
          .update(articles)
          .set(values)
          .where(and(isArticle(merchantId, locale, slug), eq(articles.revision, revision)))
          .returning()
  return row
}

/** False when there is none. */
export async function removeArticle(db: Db, { merchantId, locale, slug }: Place): Promise<boolean> {
  const gone = await db
    .delete(articles)
    .where(isArticle(merchantId, locale, slug))
    .returning({ id: articles.id })
  return gone.length > 0
}
