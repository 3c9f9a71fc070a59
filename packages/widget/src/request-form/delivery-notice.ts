import { html, nothing, type Template } from '@camket/contracts/template'
import type { DeliveryState } from '../delivery/delivery.ts'
import type { RequestWords } from '../strings/words.ts'

/** Where a request is between this device and the merchant. `now` in milliseconds since 1970. */
export function deliveryWords(state: DeliveryState, words: RequestWords, now: number): string {
  if (state.phase === 'sending') return `${words.sending} ${words.delivery.keep}`
  if (state.phase === 'proving') return state.said
  if (state.phase === 'stopped') return words.delivery.stopped
  const told = words.delivery[state.reason]
  if (state.reason === 'offline') return told
  return `${told} ${words.delivery.waits(Math.max(1, Math.ceil((state.until - now) / 1_000)))}`
}

/** The same to be seen, with a button where waiting can be cut short. */
export function deliveryNotice(state: DeliveryState, words: RequestWords, retryNow: () => void): Template {
  return html`<div class="notice held">
    <span>${deliveryWords(state, words, Date.now())}</span>
    ${
      state.phase === 'sending'
        ? ''
        : state.phase === 'proving'
          ? state.shown
          : html`<span class="quiet">${words.delivery.keep}</span>
      <button class="btn" @click=${retryNow}>${words.sendNow}</button>`
    }
  </div>`
}

/** The button that sends; while something is on its way it says how that goes and does nothing. */
export const sendButton = (state: DeliveryState | undefined, words: RequestWords, send: string): Template =>
  html`<button type="submit" class="btn primary" part="send" aria-disabled=${state ? 'true' : nothing}>
    ${state ? words[state.phase === 'sending' ? 'sending' : 'waiting'] : send}
  </button>`
