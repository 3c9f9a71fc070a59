import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './listen.ts'

/** What a test gives a merchant's settings as the secret of its Turnstile. */
const secret_known = 'stand-in-secret'

/**
 * Answers in place of Turnstile, which no test may depend on: a token that begins with `good-` is good once, under the
 * secret `stand-in-secret`; for one that begins with `gone-` it is not to be reached.
 */
export async function startTurnstile(): Promise<{ url: string; stop: () => Promise<void> }> {
  const used = new Set<string>()
  const server = createServer(async (request, response) => {
    if (request.url !== '/turnstile/v0/siteverify') return void response.writeHead(404).end()
    const { secret, response: token } = JSON.parse(await text(request)) as Record<string, string | undefined>
    if (token?.startsWith('gone-')) return void response.writeHead(502).end('<html>502 Bad Gateway')
    const success = secret === secret_known && Boolean(token?.startsWith('good-')) && !used.has(token ?? '')
    used.add(token ?? '')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ success }))
  })
  const { port, stop } = await listen(server)
  return { url: `http://127.0.0.1:${port}`, stop }
}
