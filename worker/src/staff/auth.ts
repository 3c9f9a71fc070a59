import { limits } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import { organization } from 'better-auth/plugins/organization'
import { openDb } from '../db/db.ts'
import type { Env } from '../env.ts'
import { newId } from '../new-id.ts'
import { insertIntoOutbox } from '../outbox/store.ts'
import { roles } from './roles.ts'
import { openSignInStore } from './sign-in-store.ts'

export type Auth = ReturnType<typeof createAuth>

/** One for each isolate, where there is one `env`. Held by `env` so that tests with another get another. */
const instances = new WeakMap<Env, Auth>()

/**
 * The sign-in library. Only desk paths may import this file, and with `import()`: it is larger than all that a
 * customer's request needs.
 */
export async function openAuth(env: Env): Promise<Auth> {
  const known = instances.get(env)
  if (known) return known
  const auth = createAuth(env)
  // Kept only when ready: another request must not wait for a promise of one that may be cancelled.
  await auth.$context
  instances.set(env, auth)
  return auth
}

function createAuth(env: Env) {
  const db = openDb(env.DB)
  return betterAuth({
    appName: 'Camket',
    baseURL: env.PUBLIC_URL,
    basePath: '/api/v1/desk/auth',
    secret: env.AUTH_SECRET,
    trustedOrigins: [env.PUBLIC_URL],
    database: openSignInStore(db),
    session: {
      expiresIn: limits.session_days * 24 * 60 * 60,
      cookieCache: { enabled: true, maxAge: limits.session_cache_seconds },
    },
    // The cron removes what expired, with a limit.
    verification: { disableCleanup: true },
    advanced: {
      useSecureCookies: env.PUBLIC_URL.startsWith('https:'),
      // Nothing but the desk's API needs them, so no page and no file is ever fetched with them.
      defaultCookieAttributes: { path: '/api/v1/desk', httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    // `http/` counts for all addresses alike.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [
      organization({
        roles,
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        membershipLimit: limits.staff_max,
      }),
      magicLink({
        expiresIn: limits.sign_in_link_minutes * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        async sendMagicLink({ email, token, metadata }) {
          const now = new Date()
          const locale: Locale = metadata?.locale === 'en' ? 'en' : 'vi'
          const payload = { to: email, url: signInUrl(env.PUBLIC_URL, token), locale }
          const id = newId('out', { now, random })
          await insertIntoOutbox(db, { id, kind: 'sign_in', payload }, now)
        },
      }),
    ],
  })
}

/** The token stands behind `#`: no server, log or `Referer` ever sees it. The page there redeems it by a POST. */
const signInUrl = (publicUrl: string, token: string) => `${publicUrl}/desk/sign-in#token=${token}`

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
