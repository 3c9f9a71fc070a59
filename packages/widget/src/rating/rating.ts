import type { RatingInput, RatingView } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { newKey } from '../session/new-key.ts'
import { readStored, removeStored, writeStored } from '../session/store.ts'
import { html, nothing } from '../template/html.ts'
import { type Said, TicketForm } from '../ticket-form/ticket-form.ts'
import { reasonOf, reasonWords } from './rating-words.ts'

/** How satisfied the customer is with what was done. What is filled in stays on this device until it was received. */
export class Rating extends TicketForm {
  /** What was said before, to be said otherwise. */
  declare given: RatingView | undefined

  override connectedCallback(): void {
    const { given } = this
    const before = given && { level: `${given.level}`, reason: reasonOf(given), comment: given.comment }
    this.said ??= readStored<Said>(this.session.merchant, this.#place) ?? { ...before, key: newKey() }
    super.connectedCallback()
  }

  protected override render() {
    const { rating: words } = this.session.words
    const { level, comment = '' } = this.said
    const reasons = Object.keys(words.reasons).map((reason) => [reason, reasonWords(reason, words)] as const)
    return this.frame(
      html`<div role="radiogroup" aria-label=${words.ask}>
          ${words.levels.map((name, place) => this.radio('level', `${place + 1}`, name))}
        </div>
        ${
          level
            ? [
                this.field('reason', words.why, this.select('reason', [['', ''], ...reasons])),
                this.field(
                  'comment',
                  words.comment,
                  html`<textarea
                    id="comment"
                    name="comment"
                    maxlength=${limits.rating_comment_chars_max}
                    .value=${comment}
                  ></textarea>`,
                ),
              ]
            : nothing
        }`,
      words.send,
    )
  }

  get #place(): string {
    return `rating:${this.request.code}`
  }

  protected override typed(event: Event): void {
    super.typed(event)
    writeStored(this.session.merchant, this.#place, this.said)
  }

  protected override say(): void {
    if (this.said.level) void this.#rate(this.said)
    else this.notice = this.session.words.ticket.pick
  }

  async #rate({ level, reason, comment, key }: Said): Promise<void> {
    const { session, request } = this
    const [about, cause] = reason ? reason.split(':') : []
    const body = {
      level: Number(level),
      about,
      cause,
      comment: comment?.trim() || undefined,
    } as RatingInput
    const delivered = await this.deliver('rating', body, key, session.words.rating.sent)
    if (!delivered?.ok) return
    removeStored(session.merchant, this.#place)
    session.emit('rated', { code: request.code, level: body.level })
  }
}
