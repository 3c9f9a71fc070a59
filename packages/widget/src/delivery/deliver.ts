import type { Result } from '@camket/contracts/client'
import { deliveryWords } from '../request-form/delivery-notice.ts'
import type { Session } from '../session/session.ts'
import { type Delivery, type DeliveryState, type Send, startDelivery } from './delivery.ts'

/** A form that is being sent. */
export type Sender = {
  readonly session: Session
  /** What it sends is kept on this device. */
  readonly isKept: boolean
  delivery: DeliveryState | undefined
  /** Set while there is something to retry or to end. */
  sender: Delivery<unknown> | undefined
  requestUpdate: () => void
}

/**
 * Sends until it is known what became of it, tells how it goes by the form's `delivery` and to screen readers, and has
 * the seconds of a wait drawn. Undefined when the form went away before that.
 */
export async function deliver<T>(form: Sender, send: Send<T>): Promise<Result<T> | undefined> {
  const sender = startDelivery(send, (state) => {
    form.delivery = state
    form.session.announce(deliveryWords(state, form, Date.now()))
  })
  form.sender = sender
  const tick = setInterval(() => form.requestUpdate(), 1_000)
  const answer = await sender.answer
  clearInterval(tick)
  if (answer) form.delivery = undefined
  return answer
}
