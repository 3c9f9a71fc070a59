import type { Env } from '../env.ts'
import type { Address, Mail } from './mail.ts'

/** Resolves once the mail is in other hands; rejects when it is not known to be. */
export type SendMail = (mail: Mail) => Promise<void>

/** Well under the lease of a row, so that a mail that hangs is given back before another consumer takes it. */
const timeoutMillis = 20_000

/** Cloudflare's mail service, or the sink that a developer's machine has instead. */
export function openSender(env: Env): SendMail {
  const send = env.MAIL_SINK_URL ? sendToSink(env.MAIL_SINK_URL) : sendByCloudflare(env.EMAIL)
  return (mail) => withinTime(send(mail))
}

function sendToSink(url: string): SendMail {
  return async ({ from, replyTo, ...mail }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...mail, from: written(from), ...(replyTo && { replyTo: written(replyTo) }) }),
      signal: AbortSignal.timeout(timeoutMillis),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The mail sink answered ${response.status}`)
  }
}

/**
 * The service writes `Message-ID` itself and refuses a mail that brings one, as it refuses every header not on its
 * list (developers.cloudflare.com/email-service/reference/headers); so ours travels under a name of its own.
 */
function sendByCloudflare(binding: SendEmail): SendMail {
  return async ({ messageId, to, from, replyTo, subject, text, html, headers }) => {
    await binding.send({
      to,
      from,
      ...(replyTo && { replyTo }),
      subject,
      text,
      html,
      headers: { ...headers, 'X-Camket-Message-ID': messageId },
    })
  }
}

/** RFC 5322: a name in quotes, with what would end the quotes escaped. */
function written({ name, email }: Address): string {
  return name ? `"${name.replace(/["\\]/g, '\\$&')}" <${email}>` : email
}

async function withinTime(sending: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`No answer in ${timeoutMillis} ms`)), timeoutMillis)
  await Promise.race([sending, late]).finally(() => clearTimeout(timer))
}
