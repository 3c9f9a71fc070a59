import { activeMerchantBody, operations, sessionBody, signInLinkBody } from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import { afterAnswer } from '../http/after-answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { raise } from '../http/raise.ts'
import { limitMailbox, limitRate } from '../http/rate-limit.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireStaff } from '../http/require-staff.ts'
import { readMe } from './read-me.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import { merchantsOfPerson } from './store.ts'
import { viewMe } from './views.ts'

/**
 * Signing in, under `/api/v1/desk`:
 *
 * 1. `POST /auth/sign-in-links` `{ email, locale? }` → 202, always. Active staff get a mail with the link
 *    `{PUBLIC_URL}/desk/sign-in#token=…`, which works for 15 minutes and once.
 * 2. That page shows a button, because programs that scan mails open links too, and sends
 *    `POST /auth/session` `{ token }` → 204 with the session cookies (HttpOnly, SameSite=Lax, path /api/v1/desk).
 *    A token that is used up, too old or made up → 401 `sign_in_link_invalid`.
 * 3. `GET /me` → who is signed in; 401 `sign_in_needed` once the session is over.
 * 4. `DELETE /auth/session` → 204: the session is over everywhere, also for a stolen copy of its cookies.
 *
 * `PUT /auth/merchant` `{ merchant }` → 204: whoever works for several merchants works for this one from now on.
 *
 * What writes is refused from pages of other sites (`cross_site_refused`). Of the sign-in library only these are
 * open to the outside; none of its own addresses is.
 */
export const staffRoutes = new Hono<AppEnv>()
  .post('/auth/sign-in-links', async (c) => {
    const body = await readBody(c, signInLinkBody)
    await limitRate(c, 'auth', 'sign-in')
    await limitMailbox(c, body.email)
    const mailIt = await requestSignInLink(await openAuth(c), contextOf(c).db, body)
    afterAnswer(c, mailIt)
    return c.body(null, 202)
  })

  .post('/auth/session', async (c) => {
    const { token } = await readBody(c, sessionBody)
    await limitRate(c, 'auth', 'sign-in')
    const auth = await openAuth(c)
    // Without `callbackURL` success is a 200; every failure redirects to an error page, of which we have none.
    const verified = await auth.api.magicLinkVerify({
      query: { token },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    if (verified.status !== 200) {
      raise('sign_in_link_invalid', 'It was used already, or it is too old. Have a new one mailed to you.')
    }
    return withCookiesOf(c, verified)
  })

  .delete('/auth/session', async (c) => {
    const auth = await openAuth(c)
    return withCookiesOf(c, await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true }))
  })

  .put('/auth/merchant', requireStaff, async (c) => {
    const { merchant: slug } = await readBody(c, activeMerchantBody)
    const merchants = await merchantsOfPerson(contextOf(c).db, c.var.staff.userId)
    const chosen = merchants.find((merchant) => merchant.slug === slug)
    if (!chosen) raise('merchant_not_found', 'Choose one of the merchants for whom you work.')
    const auth = await openAuth(c)
    const body = { organizationId: chosen.id }
    const set = await auth.api.setActiveOrganization({ body, headers: c.req.raw.headers, asResponse: true })
    if (!set.ok) throw new Error(`The sign-in library answered ${set.status} to a choice of merchant`)
    return withCookiesOf(c, set)
  })

  .get('/me', requireStaff, async (c) => {
    const { locale } = readQuery(c, operations.getMe.query)
    const source = await readMe(contextOf(c), c.var.staff)
    return c.json(viewMe(source, locale ?? source.merchant.locale, c.env.PUBLIC_URL))
  })

/** Imported where it is used: the sign-in library is larger than all that a customer's request needs. */
async function openAuth(c: HonoContext<AppEnv>) {
  const auth = await import('./auth.ts')
  return auth.openAuth(c.env)
}

/** The library's cookies, and nothing else of what it answered. */
function withCookiesOf(c: HonoContext<AppEnv>, from: Response): Response {
  for (const cookie of from.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  return c.body(null, 204)
}
