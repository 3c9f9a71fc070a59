import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { everyMinute } from './every-minute.ts'
import { holdStateDir } from './hold-state-dir.ts'
import { localSecrets } from './local-secrets.ts'
import { type Mail, startMailSink } from './mail-sink.ts'
import { projectRoot } from './project-root.ts'
import { RuntimeKeeper } from './runtime-keeper.ts'
import type { RuntimeOptions, Started } from './runtime-messages.ts'
import type { RuntimeLogger } from './runtime-process.ts'
import { startShop } from './shop-server.ts'
import { takePort } from './take-port.ts'

export type CamketOptions = {
  /** Port of portal, API and desk; 0 takes a free one. */
  port: number
  /** Port of the demo shop; 0 takes a free one. */
  shopPort: number
  /** Absolute path of the folder that holds the database, files, mails and secrets. */
  stateDir: string
  /** Whether the demo data is written if the database is empty. */
  seed: boolean
  /** Whether the scheduled handler runs every minute by itself; a test ticks it instead. */
  cron: boolean
  /** Output folder seen from the root; it is built first as far as it is stale. */
  dist?: string
  /** Further variables for the Worker. */
  vars?: Record<string, string>
  /** Rate limits are multiplied by it; 1 if left out. */
  rateLimitFactor?: number
  /** Where the Worker asks instead of some origins of the internet, such as `https://challenges.cloudflare.com`. */
  standIns?: Record<string, string>
  /** Told of what takes a while, before it begins: a build step's name, or `seed`. */
  onStep?: (step: string) => void
  onMail?: (mail: Mail) => void
  /** Everything that the Worker and the runtime print; all of it is in STATE_DIR/worker.log too. */
  onLog?: RuntimeLogger
}

export type Camket = {
  url: string
  shopUrl: string
  /** What the start did to the database. */
  started: Started
  /** All mails of this state folder so far, oldest first. */
  mails: () => Promise<Mail[]>
  /** Runs the scheduled handler as if it were this instant (milliseconds since 1970). */
  tick: (nowMillis: number) => Promise<void>
  /** Starts the runtime anew with its clock so many seconds ahead of this machine's. */
  setClock: (aheadSeconds: number) => Promise<void>
  /** Starts the runtime anew with the limits of wrangler.toml multiplied by this. */
  setRateLimitFactor: (factor: number) => Promise<void>
  /** Ends the runtime as a power cut would; shop and mail sink go on. */
  kill: () => Promise<void>
  /** Starts the runtime again on the same port and data, after kill(). */
  restart: () => Promise<void>
  stop: () => Promise<void>
  /** Resolves when the runtime has ended although neither stop() nor kill() was called. */
  crashed: Promise<void>
}

/** Builds what changed, then serves all of Camket on this machine. Throws an `Error` that tells what to do. */
export async function startCamket(options: CamketOptions): Promise<Camket> {
  const { stateDir, dist = 'dist' } = options
  // Ended in the opposite order, whether Camket is stopped or does not get to run.
  const ends = new AsyncDisposableStack()
  try {
    const port = await takePort(options.port, 'PORT')
    const shopPort = await takePort(options.shopPort, 'SHOP_PORT')
    ends.defer(await holdStateDir(stateDir))
    await build(dist, options.onStep)
    const url = `http://localhost:${port}`
    const shop = await startShop(shopPort, () => url)
    ends.defer(shop.stop)
    const sink = await startMailSink(join(stateDir, 'mail'), options.onMail ?? (() => undefined))
    ends.defer(sink.stop)
    const addresses = { PUBLIC_URL: url, SHOP_URL: shop.url, MAIL_SINK_URL: sink.url }
    const log = logInto(options)
    const keeper = new RuntimeKeeper(runtimeOptions(options, dist, port, addresses), log)
    ends.defer(() => keeper.stop())
    if (options.seed && !existsSync(join(stateDir, 'v3'))) options.onStep?.('seed')
    const started = await keeper.start()
    if (options.cron)
      ends.defer(
        everyMinute(
          (now) => keeper.tick(now),
          (error) => log(`${error}`, 'error'),
        ),
      )
    return {
      url,
      shopUrl: shop.url,
      started,
      mails: sink.mails,
      tick: (nowMillis) => keeper.tick(nowMillis),
      setClock: async (aheadSeconds) => {
        await keeper.stop()
        keeper.setVars({ CLOCK_AHEAD_SECONDS: String(aheadSeconds) })
        await keeper.start()
      },
      setRateLimitFactor: async (factor) => {
        await keeper.stop()
        keeper.setRateLimitFactor(factor)
        await keeper.start()
      },
      kill: () => keeper.kill(),
      restart: async () => void (await keeper.start()),
      stop: () => ends.disposeAsync(),
      crashed: keeper.crashed,
    }
  } catch (error) {
    await ends.disposeAsync()
    throw error
  }
}

function runtimeOptions(
  { stateDir, seed, vars, rateLimitFactor = 1, standIns = {} }: CamketOptions,
  dist: string,
  port: number,
  addresses: { PUBLIC_URL: string; SHOP_URL: string; MAIL_SINK_URL: string },
): RuntimeOptions {
  const bundlePath = join(projectRoot, dist, 'demo/entry.js')
  const input = {
    now: new Date().toISOString(),
    publicUrl: addresses.PUBLIC_URL,
    shopUrl: addresses.SHOP_URL,
  }
  return {
    configPath: join(projectRoot, dist, 'site/server/wrangler.json'),
    persistDir: join(stateDir, 'v3'),
    port,
    vars: { ...localSecrets(stateDir), ...addresses, ...vars },
    rateLimitFactor,
    standIns,
    migrationsDir: join(projectRoot, 'worker/migrations'),
    seed: seed && existsSync(bundlePath) ? { bundlePath, input } : undefined,
  }
}

function logInto({ stateDir, onLog }: CamketOptions): RuntimeLogger {
  return (line, level) => {
    appendFileSync(join(stateDir, 'worker.log'), `${new Date().toISOString()} ${level} ${line}\n`)
    onLog?.(line, level)
  }
}
