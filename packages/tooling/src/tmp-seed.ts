import { readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { applyMigrations } from './apply-migrations.ts'

const mf = new Miniflare(
  convertV4MiniflareOptions({
    workers: [
      {
        name: 'seed',
        modules: [{ type: 'ESModule', path: '/tmp/outbox-dist/demo/entry.js' }],
        modulesRoot: '/tmp/outbox-dist/demo',
        compatibilityDate: '2026-08-15',
        compatibilityFlags: ['nodejs_compat'],
        d1Databases: { DB: 'camket' },
        r2Buckets: { FILES: 'files' },
      },
    ],
    resourcePersistencePath: process.argv[2],
    cf: false,
  } as never),
)
await applyMigrations((await mf.getD1Database('DB')) as never, '/work/main/worker/migrations')
const t = Date.now()
const r = await mf.dispatchFetch('http://demo.internal/seed', {
  method: 'POST',
  body: JSON.stringify({
    now: '2026-11-23T03:00:00Z',
    publicUrl: 'http://localhost:8787',
    shopUrl: 'http://localhost:8788',
  }),
})
console.log(r.status, await r.text(), Date.now() - t, 'ms')
await mf.dispose()
