import type { PreviewView } from '@camket/contracts'
import { previewDeadlines } from '@camket/contracts/client'
import type { Session } from '../session/session.ts'
import { AskLater } from './ask-later.ts'
import { previewOf } from './body-of.ts'
import type { FormValues } from './form-values.ts'

const afterTyping_millis = 350
/** "If you send now" moves on with the clock. */
const again_millis = 60_000

/** Keeps what would be promised up to date while a request is written. */
export class Preview extends AskLater {
  readonly #session: Session
  readonly #onChange: (view: PreviewView | undefined) => void
  #asked = ''

  constructor(session: Session, onChange: (view: PreviewView | undefined) => void) {
    super()
    this.#session = session
    this.#onChange = onChange
  }

  /** Call it after every change; asks only when something changed that deadlines depend on, at once the first time. */
  update(values: FormValues): void {
    const body = previewOf(values, this.#session)
    const asked = JSON.stringify(body)
    if (asked === this.#asked) return
    const after_millis = this.#asked && afterTyping_millis
    this.#asked = asked
    this.end()
    // A call is promised from the time agreed, so before one is chosen there is nothing to tell.
    if (body.kind === 'callback' && !body.callback) this.#onChange(undefined)
    else this.#ask(body, after_millis || 0)
  }

  #ask(body: ReturnType<typeof previewOf>, after_millis: number): void {
    const { api, merchant } = this.#session
    this.ask(
      after_millis,
      (signal) => previewDeadlines(api, merchant, body, signal),
      (result) => {
        this.#onChange(result.ok ? result.value : undefined)
        const wait_seconds = result.ok ? 0 : (result.retryAfterSeconds ?? 0)
        this.#ask(body, Math.max(again_millis, wait_seconds * 1_000))
      },
    )
  }
}
