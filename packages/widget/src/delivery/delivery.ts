import type { Result } from '@camket/contracts/client'
import type { Template } from '@camket/contracts/template'
import { type WaitReason, waitAfter } from './wait-after.ts'

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

/** One try; it may tell what it is about. `signal`: the delivery has ended. */
export type Send<T> = (tell: (state: DeliveryState) => void, signal: AbortSignal) => Promise<Result<T>>

export type Delivery<T> = {
  /** That it was received or refused; undefined when it was ended before that. */
  readonly answer: Promise<Result<T> | undefined>
  /** Ends a wait. A try that is under way is left alone. */
  readonly retryNow: () => void
  /** No further try is made; what is under way may still arrive, under its key. */
  readonly end: () => void
}

const tries_max = 8

/**
 * Sends one thing until it is known what became of it. `send` must carry the same idempotency key each time. Only one
 * try is ever under way.
 */
export function startDelivery<T>(send: Send<T>, tell: (state: DeliveryState) => void): Delivery<T> {
  const ending = new AbortController()
  const { signal } = ending
  let wake = () => {}
  const retryNow = () => wake()
  const end = () => {
    ending.abort()
    wake()
  }
  const run = async () => {
    addEventListener('online', retryNow, { signal })
    for (let attempt = 0; !signal.aborted; attempt++) {
      tell({ phase: 'sending' })
      const result = await send(tell, signal)
      const wait = result.ok
        ? undefined
        : waitAfter(result, attempt % tries_max, navigator.onLine, Math.random())
      if (signal.aborted) break
      if (!wait) {
        end()
        return result
      }
      const { reason, after_millis } = wait
      // Without a network nothing was tried: it is waited for, however long that takes.
      if (reason === 'offline') attempt = -1
      const isLast = attempt % tries_max === tries_max - 1
      tell(isLast ? { phase: 'stopped' } : { phase: 'waiting', reason, until: Date.now() + after_millis })
      await new Promise<void>((done) => {
        wake = done
        if (!isLast) setTimeout(done, after_millis)
      })
    }
    return undefined
  }
  return { answer: run(), retryNow, end }
}
