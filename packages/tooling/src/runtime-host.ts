// A process of its own that holds Miniflare and workerd: what they print can be sorted, a fault test can kill both at
// one stroke, and none is left behind when the process that started it goes away.
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from 'miniflare'
import { applyMigrations } from './apply-migrations.ts'
import { builtWorker, seedWorker } from './built-worker.ts'
import type { RuntimeOptions, RuntimeReply, RuntimeRequest, Started } from './runtime-messages.ts'

let served: Miniflare | undefined

process.on('message', (request: RuntimeRequest) => {
  carryOut(request).then(
    (value) => say({ id: request.id, ok: true, value }),
    (error: unknown) => say({ id: request.id, ok: false, message: describe(error) }),
  )
})
// The process that started this one is gone, however it went.
process.on('disconnect', () => void stop().finally(() => process.exit(0)))
// Ctrl-C is for the process that started this one; it says 'stop' in its own time.
process.on('SIGINT', () => undefined)

async function carryOut(request: RuntimeRequest): Promise<unknown> {
  if (request.do === 'start') return start(request.options)
  if (request.do === 'stop') return stop()
  return tick(request.scheduledMillis)
}

/** Migrates and seeds first, out of reach of any request, and serves only then. */
async function start(options: RuntimeOptions): Promise<Started> {
  const worker = builtWorker(options)
  const prepared = await prepare(worker, options)
  served = runtime(worker, options.persistDir, options.port)
  await served.ready
  return prepared
}

async function prepare(worker: V4WorkerOptions, options: RuntimeOptions): Promise<Started> {
  const preparing = runtime(seedWorker(worker, options.seed?.bundlePath), options.persistDir, 0)
  try {
    const db = await preparing.getD1Database('DB')
    const migrated = await applyMigrations(db, options.migrationsDir)
    if (options.seed === undefined) return { migrated, seeded: undefined }
    const response = await preparing.dispatchFetch('http://demo.internal/seed', {
      method: 'POST',
      body: JSON.stringify(options.seed.input),
      headers: { 'content-type': 'application/json' },
    })
    if (!response.ok)
      throw new Error(`Writing the demo data failed: ${response.status} ${await response.text()}`)
    return { migrated, seeded: (await response.json()) as Record<string, unknown> }
  } finally {
    await preparing.dispose()
  }
}

async function tick(scheduledMillis: number): Promise<string> {
  if (served === undefined) throw new Error('Nothing is served yet.')
  const worker = await served.getWorker()
  const { outcome } = await worker.scheduled({ scheduledTime: new Date(scheduledMillis), cron: '* * * * *' })
  return outcome
}

async function stop(): Promise<void> {
  await served?.dispose()
  served = undefined
}

function runtime(worker: V4WorkerOptions, persistDir: string, port: number): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      workers: [worker],
      host: '127.0.0.1',
      port,
      resourcePersistencePath: persistDir,
      // Otherwise Miniflare asks a server on the internet what Request.cf should look like.
      cf: false,
      log: new RuntimeLog(LogLevel.WARN),
      handleStructuredLogs: ({ level, message }) => say({ log: message, level: levelOf(level) }),
    }),
  )
}

class RuntimeLog extends Log {
  protected override log(message: string): void {
    say({ log: message, level: 'warn' })
  }
}

function levelOf(level: string): 'error' | 'warn' | 'info' {
  return level === 'error' || level === 'warn' ? level : 'info'
}

function say(reply: RuntimeReply): void {
  if (process.connected) process.send?.(reply)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
