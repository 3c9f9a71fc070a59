import type { SignInLinkInput } from '@camket/contracts'
import type { Db } from '../db/db.ts'
import type { Auth } from './auth.ts'
import { readPersonByEmail } from './store.ts'

/**
 * Has a sign-in link mailed, if the address is that of active staff. What is done for them and not for others
 * comes back as work still to be done after the answer, so that nobody can tell the two apart by the time it takes.
 */
export async function requestSignInLink(
  auth: Auth,
  db: Db,
  { email, locale }: SignInLinkInput,
): Promise<() => Promise<void>> {
  const person = await readPersonByEmail(db, email)
  return async () => {
    if (!person) return
    const metadata = { locale: locale ?? person.locale }
    await auth.api.signInMagicLink({ body: { email: person.email, metadata }, headers: new Headers() })
  }
}
