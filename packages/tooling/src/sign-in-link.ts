import { setTimeout as wait } from 'node:timers/promises'
import { firstLink } from './mail-sink.ts'
import type { Camket } from './start-camket.ts'

/**
 * Asks for a sign-in mail as the desk's form does, has the outbox emptied, and reads the link from the mail. Resolves to
 * undefined when no mail comes within ten seconds: the Worker never tells whether it knows an address.
 */
export async function signInLink(camket: Camket, email: string): Promise<string | undefined> {
  const before = (await camket.mails()).length
  const response = await fetch(`${camket.url}/api/v1/desk/auth/sign-in-links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: camket.url },
    body: JSON.stringify({ email }),
  })
  if (!response.ok) return undefined
  await camket.tick(Date.now())
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = (await camket.mails()).slice(before).find(({ to }) => to.includes(email))
    if (mail !== undefined) return firstLink(mail)
    await wait(100)
  }
  return undefined
}
