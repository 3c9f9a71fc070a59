import type { PreviewView } from '@camket/contracts'
import { previewDeadlines } from '@camket/contracts/client'
import type { Session } from '../session/session.ts'
import { previewOf } from './body-of.ts'
import type { FormValues } from './form-values.ts'

const afterTyping_millis = 350
/** "If you send now" moves on with the clock. */
const again_millis = 60_000

/** Keeps what would be promised up to date while a request is written. */
export class Preview {
  readonly #session: Session
  readonly #onChange: (view: PreviewView | undefined) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined
  #asked = ''

  constructor(session: Session, onChange: (view: PreviewView | undefined) => void) {
    this.#session = session
    this.#onChange = onChange
  }

  /** Call it after every change; asks only when something changed that deadlines depend on. */
  update(values: FormValues, after_millis = afterTyping_millis): void {
    const { locale, config } = this.#session
    const body = previewOf(values, { locale, timeZone: config.timeZone })
    if (JSON.stringify(body) === this.#asked) return
    if (body.kind === 'callback' && !body.callback) {
      // A call is promised from the time agreed, so before one is chosen there is nothing to tell.
      this.end()
      this.#asked = JSON.stringify(body)
      this.#onChange(undefined)
      return
    }
    this.#ask(body, after_millis)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
  }

  #ask(body: ReturnType<typeof previewOf>, after_millis: number): void {
    this.end()
    this.#asked = JSON.stringify(body)
    this.#timer = setTimeout(async () => {
      const abort = new AbortController()
      this.#abort = abort
      const result = await previewDeadlines(this.#session.api, this.#session.merchant, body, abort.signal)
      if (abort.signal.aborted) return
      this.#onChange(result.ok ? result.value : undefined)
      const wait_seconds = result.ok ? 0 : (result.retryAfterSeconds ?? 0)
      this.#ask(body, Math.max(again_millis, wait_seconds * 1_000))
    }, after_millis)
  }
}
