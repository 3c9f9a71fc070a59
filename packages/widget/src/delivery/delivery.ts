import type { Failure, Result } from '@camket/contracts/client'
import type { Template } from '../template/html.ts'
import { nextStep, type WaitReason } from './next-step.ts'

export type DeliveryState =
  | { readonly phase: 'sending' }
  /** It is proved first that no program floods the merchant, with `shown` by the customer, who may `refuse`. */
  | {
      readonly phase: 'proving'
      readonly said: string
      readonly shown?: Template
      readonly refuse?: () => void
    }
  /** Goes on by itself at `until` (milliseconds since 1970), or when the network is back. */
  | { readonly phase: 'waiting'; readonly reason: WaitReason; readonly until: number }
  /** Tried often enough: goes on when it is told to, or when the network is back. */
  | { readonly phase: 'stopped' }

export type Delivered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** One try; it may tell what it is about. `signal`: the delivery has ended. */
export type Send<T> = (tell: (state: DeliveryState) => void, signal: AbortSignal) => Promise<Result<T>>

const tries_max = 8

/**
 * Sends one thing until it is known what became of it. `send` must carry the same idempotency key each time. Only one
 * try is ever under way.
 */
export class Delivery<T> {
  readonly #send: Send<T>
  readonly #onState: (state: DeliveryState) => void
  #wake: (() => void) | undefined
  readonly #ending = new AbortController()

  constructor(send: Send<T>, onState: (state: DeliveryState) => void) {
    this.#send = send
    this.#onState = onState
  }

  /** Resolves once it was received or refused; undefined when it was ended before that. */
  async run(): Promise<Delivered<T> | undefined> {
    const { signal } = this.#ending
    addEventListener('online', () => this.retryNow(), { signal })
    try {
      for (let attempt = 0; !signal.aborted; attempt++) {
        this.#onState({ phase: 'sending' })
        const step = nextStep(
          await this.#send(this.#onState, signal),
          attempt % tries_max,
          navigator.onLine,
          Math.random(),
        )
        if (signal.aborted) return undefined
        if (step.type === 'received') return { ok: true, value: step.value }
        if (step.type === 'refused') return { ok: false, failure: step.failure }
        // Without a network nothing was tried: it is waited for, however long that takes.
        if (step.reason === 'offline') attempt = -1
        await this.#pause(attempt, step.reason, step.after_millis)
      }
      return undefined
    } finally {
      this.#ending.abort()
    }
  }

  /** Ends a wait. A try that is under way is left alone. */
  retryNow(): void {
    this.#wake?.()
  }

  /** No further try is made; what is under way may still arrive, under its key. */
  end(): void {
    this.#ending.abort()
    this.#wake?.()
  }

  #pause(attempt: number, reason: WaitReason, after_millis: number): Promise<void> {
    const isLast = attempt >= 0 && (attempt + 1) % tries_max === 0
    this.#onState(
      isLast ? { phase: 'stopped' } : { phase: 'waiting', reason, until: Date.now() + after_millis },
    )
    return new Promise((done) => {
      const timer = isLast ? undefined : setTimeout(() => this.#wake?.(), after_millis)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = undefined
        done()
      }
    })
  }
}
