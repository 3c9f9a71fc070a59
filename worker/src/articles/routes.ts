import { limits, operations } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import { merchantBySlug, merchantIdOf, readMerchant } from '../merchants/store.ts'
import { articleBySlug, articlesFound, articlesOf } from './store.ts'
import { viewArticle, viewHits } from './views.ts'
import { hitsIn, wordsOf } from './words-of.ts'

/** Help, for everybody, under `/api/v1/merchants/:merchant`. */
export const articleRoutes = new Hono<AppEnv>()
  .get('/merchants/:merchant/articles', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'read', slug)
    const { q, kind, locale: asked } = readQuery(c, operations.searchArticles.query)
    const { db } = contextOf(c)
    const merchant = await readMerchant(db, slug)
    if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    const locale = asked ?? merchant.locale
    const place = { publicUrl: c.env.PUBLIC_URL, merchant }
    c.header('Cache-Control', 'public, max-age=60')
    if (q === undefined) return c.json(viewHits(await articlesOf(db, merchant.id, locale, kind), place))
    const words = wordsOf(q)
    if (words.length === 0) return c.json({ articles: [] })
    const rows = await articlesFound(db, merchant.id, { locale, words, kind })
    // One common word makes no article fit what was written.
    const hits_least = Math.min(2, words.length)
    const fitting = rows
      .map((row) => ({
        row,
        inTitle: hitsIn(row.titleFolded, words),
        all: hitsIn(`${row.titleFolded} ${row.bodyFolded}`, words),
      }))
      .filter(({ all }) => all >= hits_least)
      .toSorted((a, b) => 2 * b.inTitle + b.all - (2 * a.inTitle + a.all))
      .map(({ row }) => row)
    return c.json(viewHits(fitting.slice(0, limits.article_hits_max), place))
  })

  .get('/merchants/:merchant/articles/:slug', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'read', slug)
    const { locale } = readQuery(c, operations.getArticle.query)
    const { db } = contextOf(c)
    const languages: readonly Locale[] = ['vi', 'en']
    const [[merchant], rows] = await db.batch([
      merchantBySlug(db, slug),
      articleBySlug(db, merchantIdOf(db, slug), languages, c.req.param('slug')),
    ])
    if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    const inLanguage = (wanted: Locale) => rows.find((row) => row.locale === wanted)
    const row = inLanguage(locale ?? merchant.locale) ?? inLanguage(merchant.locale)
    if (!row) return raise('article_not_found', 'It may have been taken away: look through the list.')
    c.header('Cache-Control', 'public, max-age=60')
    return c.json(viewArticle(row, { publicUrl: c.env.PUBLIC_URL, merchant }))
  })
