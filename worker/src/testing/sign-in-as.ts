import { env } from 'cloudflare:workers'
import { openDb } from '../db/db.ts'
import { openAuth } from '../staff/auth.ts'
import { requestSignInLink } from '../staff/request-sign-in-link.ts'

/** Signs a member of staff in by a link of its own, past the limits of an address; the `Cookie` header to send. */
export async function signInAs(email: string): Promise<string> {
  const auth = await openAuth(env)
  const mailIt = await requestSignInLink(auth, openDb(env.DB), { email })
  await mailIt()
  const row = await env.DB.prepare(
    "SELECT payload FROM outbox WHERE payload ->> 'to' = ? ORDER BY created_at DESC, id DESC LIMIT 1",
  )
    .bind(email)
    .first<{ payload: string }>()
  const token = /#token=(\w+)/.exec(row?.payload ?? '')?.[1] ?? ''
  const headers = new Headers()
  const verified = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
  if (verified.status !== 200) throw new Error(`${email} is nobody's address`)
  return cookiesOf(verified)
}

/** What a browser sends back of an answer's cookies. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
