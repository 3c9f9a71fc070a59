import { html, nothing, type Template } from '@camket/contracts/template'
import { deadlinePromise } from '../deadline-promise/deadline-promise.ts'
import { mayStore } from '../session/store.ts'
import { deliveryNotice, sendButton } from './delivery-notice.ts'
import type { RequestForm } from './request-form.ts'

/** What is promised, or how sending goes; the button that sends; whether the draft is kept. */
export function formFoot(form: RequestForm): Template {
  const { session, kind, delivery, preview } = form
  const { words, config } = session
  return html`<div class="foot">
    ${
      delivery
        ? deliveryNotice(delivery, form)
        : deadlinePromise(session, {
            deadlines: preview?.deadlines,
            pledges: config.kinds.find((offered) => offered.kind === kind)?.pledges ?? [],
            needsTime: kind === 'callback',
          })
    }
    ${sendButton(delivery, words, words.send)} ${savedLine(form)}
  </div>`
}

function savedLine({ session, savedAt, delivery, discard, allowStorage }: RequestForm) {
  const { words, merchant } = session
  if (!mayStore(merchant)) {
    return html`<label class="consent"
      ><input type="checkbox" @change=${allowStorage} /> ${words.keepHere}</label
    >`
  }
  if (savedAt === null) return html`<small>${words.notSaved}</small>`
  if (savedAt === undefined) return nothing
  return html`<div class="saved">
    <small>${words.saved(timeHere(savedAt, session.locale))}</small>
    ${delivery ? nothing : html`<button class="link small" @click=${discard}>${words.discard}</button>`}
  </div>`
}

/** On this device's clock: "09:12". */
const timeHere = (at: string, locale: string): string =>
  new Date(at).toLocaleTimeString(locale, { timeStyle: 'short', hourCycle: 'h23' })
