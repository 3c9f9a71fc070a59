import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { localSecrets } from './local-secrets.ts'
import { type Mail, startMailSink } from './mail-sink.ts'
import { projectRoot } from './project-root.ts'
import type { Started } from './runtime-messages.ts'
import { type RuntimeLogger, RuntimeProcess } from './runtime-process.ts'
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
  onBuild?: (step: string) => void
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
  const dist = options.dist ?? 'dist'
  const port = await takePort(options.port, 'PORT')
  const shopPort = await takePort(options.shopPort, 'SHOP_PORT')
  await build(dist, options.onBuild)
  mkdirSync(options.stateDir, { recursive: true })
  const url = `http://localhost:${port}`
  const shop = await startShop(shopPort, () => url)
  const sink = await startMailSink(join(options.stateDir, 'mail'), options.onMail ?? (() => undefined))
  const demoBundle = join(projectRoot, dist, 'demo/entry.js')
  const crash = Promise.withResolvers<void>()
  let runtime: RuntimeProcess | undefined

  async function startRuntime(): Promise<Started> {
    const process = new RuntimeProcess(logInto(options))
    runtime = process
    void process.exited.then(() => {
      if (runtime === process) crash.resolve()
    })
    return process.start({
      configPath: join(projectRoot, dist, 'site/server/wrangler.json'),
      persistDir: join(options.stateDir, 'v3'),
      port,
      vars: {
        ...localSecrets(options.stateDir),
        PUBLIC_URL: url,
        SHOP_URL: shop.url,
        MAIL_SINK_URL: sink.url,
        ...options.vars,
      },
      rateLimitFactor: options.rateLimitFactor ?? 1,
      migrationsDir: join(projectRoot, 'worker/migrations'),
      seed:
        options.seed && existsSync(demoBundle)
          ? {
              bundlePath: demoBundle,
              input: { now: new Date().toISOString(), publicUrl: url, shopUrl: shop.url },
            }
          : undefined,
    })
  }

  async function endRuntime(how: 'stop' | 'kill'): Promise<void> {
    const ending = runtime
    runtime = undefined
    if (how === 'kill') ending?.kill()
    else await ending?.stop()
    await ending?.exited
  }

  let cron: NodeJS.Timeout | undefined
  async function stop(): Promise<void> {
    clearInterval(cron)
    await endRuntime('stop')
    await Promise.all([shop.stop(), sink.stop()])
  }

  try {
    const started = await startRuntime()
    if (options.cron) cron = everyMinute((now) => runtime?.tick(now), options)
    return {
      url,
      shopUrl: shop.url,
      started,
      mails: sink.mails,
      tick: async (nowMillis) => {
        if (runtime === undefined) throw new Error('The runtime is not running.')
        await runtime.tick(nowMillis)
      },
      kill: () => endRuntime('kill'),
      restart: async () => {
        await startRuntime()
      },
      stop,
      crashed: crash.promise,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Cloudflare calls the Worker every minute; nothing does so locally. A run that takes longer is waited for. */
function everyMinute(
  tick: (nowMillis: number) => Promise<void> | undefined,
  options: CamketOptions,
): NodeJS.Timeout {
  let busy = false
  return setInterval(async () => {
    if (busy) return
    busy = true
    try {
      await tick(Date.now())
    } catch (error) {
      logInto(options)(
        `The work of this minute failed: ${error instanceof Error ? error.message : error}`,
        'error',
      )
    } finally {
      busy = false
    }
  }, 60_000)
}

function logInto({ stateDir, onLog }: CamketOptions): RuntimeLogger {
  return (line, level) => {
    appendFileSync(join(stateDir, 'worker.log'), `${new Date().toISOString()} ${level} ${line}\n`)
    onLog?.(line, level)
  }
}
