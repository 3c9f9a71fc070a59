import { setTimeout as wait } from 'node:timers/promises'
import { firstLink } from './mail-sink.ts'
import type { Camket } from './start-camket.ts'

/**
 * Asks for a sign-in mail as the desk's form does, and reads the link from the mail. Resolves to undefined when the
 * Worker refuses (no such person, too many requests) or no mail comes within ten seconds.
 */
export async function signInLink(camket: Camket, email: string): Promise<string | undefined> {
  const before = (await camket.mails()).length
  const response = await fetch(`${camket.url}/api/v1/desk/auth/sign-in/magic-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: camket.url },
    body: JSON.stringify({ email, callbackURL: '/desk/' }),
  })
  if (!response.ok) return undefined
  for (let tries = 0; tries < 50; tries += 1) {
    const mail = (await camket.mails()).slice(before).find(({ to }) => to.includes(email))
    if (mail !== undefined) return firstLink(mail)
    await wait(200)
  }
  return undefined
}
