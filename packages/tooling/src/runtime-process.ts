import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { RuntimeOptions, RuntimeReply, RuntimeRequest, Started } from './runtime-messages.ts'

export type RuntimeLogger = (line: string, level: 'error' | 'warn' | 'info') => void

/** The process that holds the runtime, seen from the one that started it. */
export class RuntimeProcess {
  #child: ChildProcess
  #exited: Promise<void>
  #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  #lastId = 0

  constructor(onLog: RuntimeLogger) {
    // Detached: its own process group, so that kill() reaches the runtime too, and Ctrl-C does not.
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'runtime-host.ts')], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.on('message', (reply: RuntimeReply) => {
      if ('log' in reply) onLog(reply.log, reply.level)
      else this.#settle(reply)
    })
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => onLog(text.trimEnd(), 'info'))
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => onLog(text.trimEnd(), 'warn'))
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', () => {
        for (const { reject } of this.#waiting.values()) reject(new Error('The runtime has ended.'))
        this.#waiting.clear()
        resolve()
      })
    })
  }

  /** Resolves when the process has ended, however it did. */
  get exited(): Promise<void> {
    return this.#exited
  }

  async start(options: RuntimeOptions): Promise<Started> {
    return (await this.#ask({ id: this.#nextId(), do: 'start', options })) as Started
  }

  /** Runs the scheduled handler as if it were that instant (milliseconds since 1970). */
  async tick(scheduledMillis: number): Promise<void> {
    const outcome = await this.#ask({ id: this.#nextId(), do: 'tick', scheduledMillis })
    if (outcome !== 'ok') throw new Error(`The scheduled handler ended with "${String(outcome)}".`)
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await this.#ask({ id: this.#nextId(), do: 'stop' }).catch(() => undefined)
    }
    this.kill()
    await this.#exited
  }

  /** Ends the process and the runtime in it at once, as a power cut would. */
  kill(): void {
    if (this.#child.pid === undefined) return
    try {
      process.kill(-this.#child.pid, 'SIGKILL')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #ask(request: RuntimeRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
      this.#child.send(request, (error) => {
        if (error !== null) this.#settle({ id: request.id, ok: false, message: error.message })
      })
    })
  }

  #settle(reply: Exclude<RuntimeReply, { log: string }>): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(new Error(reply.message))
  }
}
