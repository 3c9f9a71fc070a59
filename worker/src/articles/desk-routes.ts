import { articleSlug, limits, saveArticleBody } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { raise } from '../http/raise.ts'
import { readBody } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { everyArticle, readArticle, removeArticle, writeArticle } from './store.ts'
import { viewDeskArticle } from './views.ts'

const mayRead = requireRole('owner', 'lead', 'staff', 'read_only')
const mayWrite = requireRole('owner', 'lead')

/** Help as staff write it, under `/api/v1/desk`. */
export const deskArticleRoutes = new Hono<AppEnv>()
  .use('/articles/*', requireStaff, mayRead)

  .get('/articles', async (c) => {
    const rows = await everyArticle(contextOf(c).db, c.var.staff.merchantId)
    return c.json({ articles: rows.map(viewDeskArticle) })
  })

  .put('/articles/:locale/:slug', mayWrite, async (c) => {
    const place = placeOf(c)
    const body = await readBody(c, saveArticleBody)
    const { db, now } = contextOf(c)
    if (body.revision === 0) await requireRoom(c)
    const written = await writeArticle(db, place, body, now)
    if (written) return c.json(viewDeskArticle(written))
    const there = await readArticle(db, place)
    if (!there) return raise('article_not_found', 'It was taken away meanwhile: save it as a new one.')
    return raise('article_changed', 'Load it again, look at what changed, and save once more.')
  })

  .delete('/articles/:locale/:slug', mayWrite, async (c) => {
    if (await removeArticle(contextOf(c).db, placeOf(c))) return c.body(null, 204)
    return raise('article_not_found', 'It is gone already.')
  })

function placeOf(c: HonoContext<AppEnv>) {
  const locale = c.req.param('locale') ?? ''
  const slug = articleSlug.safeParse(c.req.param('slug'))
  if (!isLocale(locale) || !slug.success) {
    return raise('article_not_found', 'An address has a language and small letters, digits and dashes.')
  }
  return { merchantId: c.var.staff.merchantId, locale, slug: slug.data }
}

const isLocale = (text: string): text is Locale => text === 'vi' || text === 'en'

async function requireRoom(c: HonoContext<AppEnv>): Promise<void> {
  const rows = await everyArticle(contextOf(c).db, c.var.staff.merchantId)
  if (rows.length < limits.articles_per_merchant_max) return
  const message = `At most ${limits.articles_per_merchant_max} articles: take one away first.`
  raise('invalid_body', message, { errors: [{ pointer: '', code: 'too_many', message }] })
}
