import type { Role } from '@camket/core'
import type { MiddlewareHandler } from 'hono'
import { openDb } from '../db/db.ts'
import type { Staff } from '../staff/staff.ts'
import { type Membership, readMemberships } from '../staff/store.ts'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

/**
 * Lets only signed-in staff through, as `c.var.staff`. The session cookie is checked by its signature and by the
 * copy of the session that it carries, which costs no query. One query of ours (by three indexes) then asks whether
 * that session still stands and for whom the person works, so that signing out, or being deactivated, counts from
 * that instant on and not only when the copy in the cookie is stale.
 */
export const requireStaff: MiddlewareHandler<AppEnv> = async (c, next) => {
  // Patterns overlap (`/tickets/*` is `/tickets` too); once is enough.
  if (c.var.staff) return next()
  const { openAuth } = await import('../staff/auth.ts')
  const auth = await openAuth(c.env)
  const { headers, response } = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true })
  // A new copy of the session, or its renewal.
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  const memberships = response
    ? await readMemberships(openDb(c.env.DB), response.session.token, new Date())
    : []
  const staff = staffOf(memberships)
  if (!staff) raise('sign_in_needed', 'Have a sign-in link mailed to you and open it.')
  c.set('staff', staff)
  await next()
}

/** Behind `requireStaff`: lets only these roles through. */
export function requireRole(...roles: readonly Role[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!roles.includes(c.var.staff.role)) {
      raise(
        'role_not_allowed',
        `This needs the role ${roles.join(' or ')}. Ask an owner to do it or to change yours.`,
      )
    }
    await next()
  }
}

/** For the merchant chosen last, else for the first. */
function staffOf(memberships: readonly Membership[]): Staff | undefined {
  const isChosen = ({ member, activeMerchantId }: Membership) => member.organizationId === activeMerchantId
  const chosen = memberships.find(isChosen) ?? memberships[0]
  if (!chosen) return undefined
  const { member, user } = chosen
  return {
    id: member.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    role: member.role,
    merchantId: member.organizationId,
    ...(member.departmentId && { departmentId: member.departmentId }),
  }
}
