import { html, nothing, type Template } from '@camket/contracts/template'
import type { Sender } from '../delivery/deliver.ts'
import type { DeliveryState } from '../delivery/delivery.ts'
import type { RequestWords } from '../strings/words.ts'

/** Where a request is between this device and the merchant. `now` in milliseconds since 1970. */
export function deliveryWords(state: DeliveryState, form: Sender, now: number): string {
  const { words } = form.session
  if (state.phase === 'sending') return `${words.sending} ${keptWords(form)}`
  if (state.phase === 'proving') return state.said
  if (state.phase === 'stopped') return words.delivery.stopped
  const told = words.delivery[state.reason]
  if (state.reason === 'offline') return told
  return `${told} ${words.delivery.waits(Math.max(1, Math.ceil((state.until - now) / 1_000)))}`
}

const keptWords = ({ session: { words }, isKept }: Sender): string =>
  isKept ? words.delivery.keep : words.files.notKept

/** The same to be seen, with a button where waiting can be cut short. */
export function deliveryNotice(state: DeliveryState, form: Sender): Template {
  return html`<div class="notice held">
    <span>${deliveryWords(state, form, Date.now())}</span>
    ${
      state.phase === 'sending'
        ? ''
        : state.phase === 'proving'
          ? state.shown
          : html`<span class="quiet">${keptWords(form)}</span>
      <button class="btn" @click=${() => form.sender?.retryNow()}>${form.session.words.sendNow}</button>`
    }
  </div>`
}

/** The button that sends; while something is on its way it says how that goes and does nothing. */
export const sendButton = (state: DeliveryState | undefined, words: RequestWords, send: string): Template =>
  html`<button type="submit" class="btn primary" part="send" aria-disabled=${state ? 'true' : nothing}>
    ${state ? words[state.phase === 'sending' ? 'sending' : 'waiting'] : send}
  </button>`
