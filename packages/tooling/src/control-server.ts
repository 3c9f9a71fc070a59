import { createServer, type IncomingMessage } from 'node:http'
import { listen } from './listen.ts'
import type { Camket } from './start-camket.ts'

/**
 * Lets tests, which talk over addresses only, do what no customer can. All of it on loopback:
 *
 * - `GET /mails` → all mails so far, oldest first
 * - `POST /tick` `{ "now": "2026-11-24T02:00:00Z" }` → the scheduled handler ran as if it were that instant
 * - `POST /clock` `{ "aheadSeconds": 86400 }` → from now on every request finds the clock so far ahead of this machine's
 * - `POST /limits` `{ "factor": 1 }` → from now on limits are those of a deployment, multiplied by this
 * - `POST /kill` → the runtime was ended as by a power cut
 * - `POST /restart` → it runs again, same address, same data
 */
export async function startControl(camket: Camket): Promise<{ url: string; stop: () => Promise<void> }> {
  const actions: Record<string, (body: string) => Promise<unknown>> = {
    'GET /mails': () => camket.mails(),
    'POST /tick': (body) => camket.tick(instantOf(body)),
    'POST /clock': (body) => camket.setClock(aheadSecondsOf(body)),
    'POST /limits': (body) => camket.setRateLimitFactor(factorOf(body)),
    'POST /kill': () => camket.kill(),
    'POST /restart': () => camket.restart(),
  }
  const server = createServer(async (request, response) => {
    const action = actions[`${request.method} ${request.url}`]
    if (action === undefined) return void response.writeHead(404).end()
    try {
      const answer = await action(await textOf(request))
      if (answer === undefined) response.writeHead(204).end()
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error))
    }
  })
  const { port, stop } = await listen(server)
  return { url: `http://127.0.0.1:${port}`, stop }
}

function instantOf(body: string): number {
  const value = JSON.parse(body) as { now?: string | number }
  const millis = new Date(value.now ?? Number.NaN).getTime()
  if (Number.isNaN(millis)) throw new Error('tick needs {"now": an instant}.')
  return millis
}

function aheadSecondsOf(body: string): number {
  const { aheadSeconds } = JSON.parse(body) as { aheadSeconds?: number }
  if (!Number.isFinite(aheadSeconds)) throw new Error('clock needs {"aheadSeconds": a number}.')
  return aheadSeconds ?? 0
}

function factorOf(body: string): number {
  const { factor } = JSON.parse(body) as { factor?: number }
  if (!Number.isInteger(factor) || (factor ?? 0) < 1) throw new Error('limits needs {"factor": a number}.')
  return factor ?? 1
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
