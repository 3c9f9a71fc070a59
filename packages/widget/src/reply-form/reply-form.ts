import type { CustomerMessageInput } from '@camket/contracts'
import { sendMessage } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { deliver } from '../delivery/deliver.ts'
import type { Delivery, DeliveryState } from '../delivery/delivery.ts'
import type { Sending } from '../delivery/draft-store.ts'
import { PanelPart } from '../element/panel-part.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { deliveryNotice } from '../request-form/delivery-notice.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import { type ReplyDrafts, replyDrafts } from './reply-drafts.ts'
import css from './reply-form.css?inline'

/** The customer's next message, with files; sent exactly once. Fires `sent` with the request as it is then. */
export class ReplyForm extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = ['session', 'request', 'text', 'error', 'fileError', 'notice', 'delivery']
  declare session: ConversationSession
  declare request: KeptRequest
  declare private text: string
  declare private error: string | undefined
  declare private fileError: string | undefined
  declare private notice: string
  declare delivery: DeliveryState | undefined
  #drafts!: ReplyDrafts
  sender: Delivery<unknown> | undefined

  constructor() {
    super()
    this.text = ''
    this.notice = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts = replyDrafts(this.session.merchant, this.request.code)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sender?.end()
  }

  protected override firstUpdated(): void {
    const found = this.#drafts.read(new Date())
    if (!found) return
    this.text = found.draft.values.text
    this.#picker.saved = found.draft.files
    if (found.filesExpired) this.notice = this.session.words.files.expired
    if (found.isStale) this.notice = this.session.words.delivery.stale
    if (found.draft.sending) void this.#deliver(found.draft.sending)
  }

  protected override render() {
    const { words } = this.session
    const isSending = this.delivery !== undefined
    return html`<form novalidate @submit=${this.#submit}>
      ${this.notice ? html`<div class="notice failed" role="alert">${this.notice}</div>` : nothing}
      <fieldset ?disabled=${isSending}>
        <div class="field">
          <label for="reply">${words.ticket.reply}</label>
          <textarea
            id="reply"
            rows="3"
            .value=${this.text}
            aria-invalid=${this.error ? 'true' : nothing}
            aria-describedby="reply-error"
            @input=${this.#typed}
          ></textarea>
          <span class="error" id="reply-error">${this.error}</span>
        </div>
        <camket-photo-picker
          .session=${this.session}
          .max=${limits.attachments_per_reply_max}
          .error=${this.fileError}
          .disabled=${isSending}
          @change=${this.#filesChanged}
        ></camket-photo-picker>
      </fieldset>
      ${this.delivery ? deliveryNotice(this.delivery, words, () => this.sender?.retryNow()) : nothing}
      <button type="submit" class="btn primary" aria-disabled=${isSending ? 'true' : nothing}>
        ${this.delivery ? words[this.delivery.phase === 'sending' ? 'sending' : 'waiting'] : words.ticket.sendReply}
      </button>
    </form>`
  }

  get #picker(): PhotoPicker {
    return this.renderRoot.querySelector('camket-photo-picker') as PhotoPicker
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value
    this.error = undefined
    this.#save()
  }

  #filesChanged(): void {
    this.fileError = undefined
    this.#save()
  }

  #save(): void {
    if (this.delivery) return
    if (this.text === '' && this.#picker.saved.length === 0) this.#drafts.clear()
    else this.#drafts.save({ text: this.text }, this.#picker.saved, new Date())
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.delivery) return
    const { words } = this.session
    const text = this.text.trim()
    const pending = this.#picker.pending
    this.error = text === '' ? words.error.needed : undefined
    if (text.length > limits.message_chars_max) this.error = words.error.tooLong(limits.message_chars_max)
    this.fileError = pending && words.error[pending]
    if (this.error) this.renderRoot.querySelector<HTMLElement>('#reply')?.focus()
    else if (pending) this.#picker.focus()
    else {
      const body = { text, attachments: this.#picker.saved.map(({ id }) => id) }
      void this.#deliver(this.#drafts.beginSending({ text }, this.#picker.saved, body, new Date()))
    }
  }

  async #deliver({ body, idempotencyKey }: Sending<CustomerMessageInput>): Promise<void> {
    const { session, request } = this
    const sending = deliver(this, () =>
      withKey(session, request, (key) => sendMessage(session.api, request.code, key, body, idempotencyKey)),
    )
    this.notice = ''
    const delivered = await sending
    if (!delivered) return
    if (delivered.ok) {
      this.#drafts.clear(idempotencyKey)
      this.text = ''
      this.#picker.saved = []
      session.announce(session.words.ticket.replySent)
      this.dispatchEvent(new CustomEvent('sent', { detail: delivered.value }))
    } else {
      this.#save()
      this.notice = problemWords(delivered, session.words.problem)
    }
  }
}
