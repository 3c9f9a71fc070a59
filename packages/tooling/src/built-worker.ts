import { readdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { V4WorkerOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOfConfig } from 'wrangler'
import { outbound } from './outbound.ts'
import type { RuntimeOptions } from './runtime-messages.ts'

/**
 * The built Worker as Miniflare wants it. Its bindings are read by wrangler from the configuration that a deployment
 * uses too, so that nothing can be bound here that is missing there.
 */
export function builtWorker({
  configPath,
  vars,
  rateLimitFactor,
  standIns,
}: RuntimeOptions): V4WorkerOptions {
  const { workerOptions, main, externalWorkers } = optionsOfConfig(configPath)
  if (main === undefined || externalWorkers.length > 0)
    throw new Error(`${configPath} is not one built Worker.`)
  return {
    ...workerOptions,
    bindings: { ...(workerOptions.bindings ?? {}), ...vars },
    ratelimits: raised(workerOptions.ratelimits as RateLimits | undefined, rateLimitFactor),
    ...(Object.keys(standIns).length > 0 && { outboundService: outbound(standIns) }),
    modules: modulesOf(dirname(configPath), main),
    modulesRoot: dirname(configPath),
  }
}

/** A Worker with the same database and files that writes the demo data, or, without a bundle, only lends them. */
export function seedWorker(worker: V4WorkerOptions, bundlePath: string | undefined): V4WorkerOptions {
  const { assets: _assets, cronTriggers: _crons, ...shared } = worker
  if (bundlePath === undefined) {
    const contents = 'export default { fetch: () => new Response(null, { status: 404 }) }'
    return { ...shared, modules: [{ type: 'ESModule', path: 'idle.mjs', contents }], modulesRoot: '.' }
  }
  const modules = [{ type: 'ESModule' as const, path: bundlePath }]
  return { ...shared, modules, modulesRoot: dirname(bundlePath) }
}

type RateLimits = NonNullable<V4WorkerOptions['ratelimits']>

function raised(limits: RateLimits = {}, factor: number): RateLimits {
  return Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [
      name,
      { ...limit, simple: { ...limit.simple, limit: limit.simple.limit * factor } },
    ]),
  )
}

/** Every script of the build, the entry first: the build splits on `import()`. */
function modulesOf(folder: string, main: string) {
  const entry = join(folder, main.startsWith('/') ? main.slice(folder.length) : main)
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ['.js', '.mjs'].includes(extname(path)))
    .map((path) => join(folder, path))
    .filter((path) => path !== entry)
    .sort()
  return [entry, ...scripts].map((path) => ({ type: 'ESModule' as const, path }))
}
