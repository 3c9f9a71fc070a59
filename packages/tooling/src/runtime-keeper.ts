import type { RuntimeOptions, Started } from './runtime-messages.ts'
import { type RuntimeLogger, RuntimeProcess } from './runtime-process.ts'

/** One runtime after the other on the same port and data; tells apart one that was ended from one that died. */
export class RuntimeKeeper {
  #options: RuntimeOptions
  #onLog: RuntimeLogger
  #process: RuntimeProcess | undefined
  #crash = Promise.withResolvers<void>()

  constructor(options: RuntimeOptions, onLog: RuntimeLogger) {
    this.#options = options
    this.#onLog = onLog
  }

  /** Resolves when a runtime has ended although neither stop() nor kill() was called. */
  get crashed(): Promise<void> {
    return this.#crash.promise
  }

  /** Variables that the next start sets beside the others. */
  setVars(vars: Record<string, string>): void {
    this.#options = { ...this.#options, vars: { ...this.#options.vars, ...vars } }
  }

  /** By what the next start multiplies the limits of wrangler.toml. */
  setRateLimitFactor(rateLimitFactor: number): void {
    this.#options = { ...this.#options, rateLimitFactor }
  }

  async start(): Promise<Started> {
    if (this.#process !== undefined) throw new Error('The runtime is running.')
    const started = new RuntimeProcess(this.#onLog)
    this.#process = started
    void started.exited.then(() => {
      if (this.#process === started) this.#crash.resolve()
    })
    return started.start(this.#options)
  }

  /** Runs the scheduled handler as if it were this instant (milliseconds since 1970). */
  async tick(nowMillis: number): Promise<void> {
    if (this.#process === undefined) throw new Error('The runtime is not running.')
    await this.#process.tick(nowMillis)
  }

  async stop(): Promise<void> {
    const ending = this.#forget()
    await ending?.stop()
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const ending = this.#forget()
    ending?.kill()
    await ending?.exited
  }

  #forget(): RuntimeProcess | undefined {
    const ending = this.#process
    this.#process = undefined
    return ending
  }
}
