import type { CustomerMessageInput } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import type { Sending } from '../delivery/draft-store.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { html, nothing } from '../template/html.ts'
import { TicketForm } from '../ticket-form/ticket-form.ts'
import { type ReplyDrafts, replyDrafts } from './reply-drafts.ts'

/** The customer's next message, with files; sent exactly once. */
export class ReplyForm extends TicketForm {
  static override properties = [...TicketForm.properties, 'text', 'error', 'fileError']
  declare private text: string | undefined
  declare private error: string | undefined
  declare private fileError: string | undefined
  #drafts!: ReplyDrafts

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts = replyDrafts(this.session.merchant, this.request.code)
  }

  protected override firstUpdated(): void {
    const found = this.#drafts.read(new Date())
    if (!found) return
    const { files, delivery } = this.session.words
    const { draft, filesExpired, isStale } = found
    this.text = draft.values.text
    this.#picker.saved = draft.files
    if (filesExpired) this.notice = files.expired
    if (isStale) this.notice = delivery.stale
    if (draft.sending) void this.#reply(draft.sending)
  }

  protected override render() {
    const { words } = this.session
    return this.frame(
      html`${this.field(
        'reply',
        words.ticket.reply,
        html`<textarea
            id="reply"
            rows="3"
            .value=${this.text ?? ''}
            aria-invalid=${this.error ? 'true' : nothing}
            aria-describedby="reply-error"
          ></textarea>
          <span class="error" id="reply-error">${this.error}</span>`,
      )}
        <camket-photo-picker
          .session=${this.session}
          .max=${limits.attachments_per_reply_max}
          .error=${this.fileError}
          .disabled=${Boolean(this.delivery)}
          @change=${this.#filesChanged}
        ></camket-photo-picker>`,
      words.ticket.sendReply,
    )
  }

  get #picker(): PhotoPicker {
    return this.renderRoot.querySelector('camket-photo-picker') as PhotoPicker
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea') as HTMLTextAreaElement
  }

  protected override typed(): void {
    this.text = this.#field.value
    this.error = undefined
    this.#save()
  }

  #filesChanged(): void {
    this.fileError = undefined
    this.#save()
  }

  #save(): void {
    const { text = '' } = this
    const { saved } = this.#picker
    if (this.delivery) return
    if (!text && saved.length === 0) this.#drafts.clear()
    else this.#drafts.save({ text }, saved, new Date())
  }

  protected override say(): void {
    const { error } = this.session.words
    const { saved, pending } = this.#picker
    const text = this.text?.trim() ?? ''
    this.error = text ? undefined : error.needed
    if (text.length > limits.message_chars_max) this.error = error.tooLong(limits.message_chars_max)
    this.fileError = pending && error[pending]
    if (this.error) this.#field.focus()
    else if (pending) this.#picker.focus()
    else {
      const body = { text, attachments: saved.map(({ id }) => id) }
      void this.#reply(this.#drafts.beginSending({ text }, saved, body, new Date()))
    }
  }

  async #reply({ body, idempotencyKey }: Sending<CustomerMessageInput>): Promise<void> {
    const { replySent } = this.session.words.ticket
    const delivered = await this.deliver('messages', body, idempotencyKey, replySent)
    if (!delivered) return
    if (delivered.ok) {
      this.#drafts.clear(idempotencyKey)
      this.text = ''
      this.#picker.saved = []
    } else this.#save()
  }
}
