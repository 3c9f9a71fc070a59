// How long a look back takes over HTTP in the built Worker: the demo merchant's requests, many times over.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Camket, startCamket } from './start-camket.ts'
import { testDist } from './test-dist.ts'

const tickets_count = 10_000
const rounds = 5
const email = 'owner@minh-an.example'

type Part = { tickets: number; nextCursor?: string }

const stateDir = await mkdtemp(join(tmpdir(), 'camket-bench-'))
try {
  await (await start({ seed: true })).stop()
  const { tickets, events } = await multiply()
  const camket = await start({ seed: false })
  const headers = { Cookie: await signIn(camket), Origin: camket.url, 'Content-Type': 'application/json' }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await lookBack(camket.url, headers, tickets))
  await camket.stop()
  const [best = 0, median = 0, worst = 0] = [0, rounds >> 1, rounds - 1].map(
    (at) => times.sort((a, b) => a - b)[at],
  )
  console.log(
    `bench  look back on ${tickets} requests (${events} events)  median ${Math.round(median)} ms` +
      `  best ${Math.round(best)} ms  worst ${Math.round(worst)} ms  goal ≤ 2000 ms`,
  )
} finally {
  await rm(stateDir, { recursive: true, force: true })
}

function start({ seed }: { seed: boolean }): Promise<Camket> {
  return startCamket({ port: 0, shopPort: 0, stateDir, seed, cron: false, dist: testDist() })
}

/** Copies requests and their histories under other ids until there are enough. */
async function multiply(): Promise<{ tickets: number; events: number }> {
  const folder = join(stateDir, 'v3/d1/miniflare-D1DatabaseObject')
  const file = (await readdir(folder)).find(
    (name) => name.endsWith('.sqlite') && !name.startsWith('metadata'),
  )
  const db = new DatabaseSync(join(folder, file ?? ''))
  const merchant = "(SELECT id FROM merchants WHERE slug = 'minh-an')"
  const count = (table: string) =>
    Number(db.prepare(`SELECT count(*) AS n FROM ${table} WHERE merchant_id = ${merchant}`).get()?.n)
  const copies = Math.ceil(tickets_count / count('tickets')) - 1
  const multiplied = { tickets: ['id', 'code'], events: ['ticket_id'] }
  for (const [table, ids] of Object.entries(multiplied)) {
    const columns = db
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => String(name))
    const values = columns.map((name) => (ids.includes(name) ? `"${name}" || '_' || n` : `"${name}"`))
    db.exec(
      `WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ${copies})
       INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join()})
       SELECT ${values.join()} FROM ${table}, copies WHERE merchant_id = ${merchant}`,
    )
  }
  const counts = { tickets: count('tickets'), events: count('events') }
  db.close()
  return counts
}

/** By the link of a mail, as people do. */
async function signIn({ url, mails }: Camket): Promise<string> {
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1/desk/auth/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify(body),
    })
  await post('sign-in-links', { email })
  for (let tries = 0; tries < 100; tries++) {
    const mail = (await mails()).findLast(({ kind, to }) => kind === 'sign_in' && to.includes(email))
    const token = /token=([^\s"&]+)/.exec(mail?.text ?? '')?.[1]
    if (token !== undefined) {
      const session = await post('session', { token })
      return session.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`No sign-in mail came for ${email}.`)
}

/** Milliseconds of all parts, one after the other, as the desk asks for them. */
async function lookBack(url: string, headers: Record<string, string>, expected: number): Promise<number> {
  const startedAt = performance.now()
  let tickets = 0
  let cursor: string | undefined
  do {
    const response = await fetch(`${url}/api/v1/desk/commitment/draft/look-back`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ revision: 0, ...(cursor !== undefined && { cursor }) }),
    })
    if (!response.ok) throw new Error(await response.text())
    const part = (await response.json()) as Part
    tickets += part.tickets
    cursor = part.nextCursor
  } while (cursor !== undefined)
  if (tickets < expected * 0.9) throw new Error(`Only ${tickets} of ${expected} requests were looked at.`)
  return performance.now() - startedAt
}
