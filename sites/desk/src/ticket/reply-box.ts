import type { DeskTicket } from '@camket/contracts'
import { noteOnTicket, type Result, replyToTicket } from '@camket/contracts/client'
import { html, nothing, type PropertyValues } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { type Draft, readDraft, writeDraft } from '../draft.ts'
import type { PickedFile } from '../parts/file-picker.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'

/** Where staff write to the customer or to each other. What is written outlives reloads and refusals. */
export class ReplyBox extends LightElement {
  static override properties = {
    context: { attribute: false },
    ticket: { attribute: false },
    now: { attribute: false },
    draft: { state: true },
    busy: { state: true },
    failure: { state: true },
    changed: { state: true },
    done: { state: true },
  }
  declare context: DeskContext
  declare ticket: DeskTicket
  declare now: Date
  declare draft: Draft
  declare busy: boolean
  declare failure: string | undefined
  /** Somebody else wrote or acted since these words were begun. */
  declare changed: boolean
  declare done: string | undefined
  /** Sequence of the ticket when the present draft was begun or last looked over. */
  #seenSequence = 0

  constructor() {
    super()
    this.busy = false
    this.changed = false
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('ticket')) return
    this.#readTicket(changes)
    // What was begun as a reply is not made a note behind the writer's back.
    if (!this.#mayAnswer && this.draft.text === '') this.draft = { ...this.draft, mode: 'note' }
  }

  get #mayAnswer(): boolean {
    return this.ticket.acts.includes('answer')
  }

  #readTicket(changes: PropertyValues<this>): void {
    const before = changes.get('ticket')
    if (before?.code !== this.ticket.code) {
      this.draft = readDraft(localStorage, this.ticket.code)
      this.#seenSequence = this.ticket.sequence
      this.changed = false
      this.failure = this.done = undefined
    } else if (!this.busy) {
      // The writer is told beside the words, so what is shown now counts as seen.
      const { draft, ticket, context } = this
      if (draft.text !== '' && othersActedSince(ticket, this.#seenSequence, context.me.staff.id))
        this.changed = true
      this.#saw(ticket.sequence)
    }
  }

  /** Puts the cursor into the box, as a reply or a note. */
  async write(mode: Draft['mode']): Promise<void> {
    this.#update({ mode: this.#mayAnswer ? mode : 'note' })
    await this.updateComplete
    this.querySelector<HTMLTextAreaElement>('textarea')?.focus()
  }

  protected override render() {
    const { words } = this.context
    const { mode, text, attachments } = this.draft
    const reply = mode === 'reply'
    return html`<form class="reply" @submit=${this.#submit} @keydown=${this.#onKey}>
      <div class="modes" role="group" aria-label=${words.reply.mode}>
        ${this.#mayAnswer || reply ? this.#modeButton('reply', words.reply.asReply) : nothing} ${this.#modeButton('note', words.reply.asNote)}
      </div>
      ${this.changed ? html`<wa-callout variant="warning" role="alert">${words.reply.changed}</wa-callout>` : nothing}
      <label class="visually-hidden" for="reply-text">${reply ? words.reply.label : words.reply.noteLabel}</label>
      <textarea
        id="reply-text"
        rows="3"
        class=${reply ? '' : 'note'}
        maxlength="10000"
        placeholder=${reply ? words.reply.placeholder : words.reply.notePlaceholder}
        .value=${text}
        @input=${(event: Event) => this.#update({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="acts">
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>
          ${reply ? words.reply.send : words.reply.saveNote} <kbd>Ctrl ↵</kbd>
        </wa-button>
        ${
          reply && this.ticket.acts.includes('wait')
            ? html`<wa-button appearance="outlined" ?disabled=${this.busy} @click=${() => this.#send(true)}>${words.reply.sendAndWait}</wa-button>`
            : nothing
        }
        <camket-file-picker
          .context=${this.context}
          .files=${attachments}
          @files-change=${(event: CustomEvent<PickedFile[]>) => this.#update({ attachments: event.detail })}
        ></camket-file-picker>
        ${this.#promise()}
      </div>
      <p class="quiet small" role="status">${this.done ?? (text ? words.reply.draftSaved : '')}</p>
    </form>`
  }

  #modeButton(mode: Draft['mode'], label: string) {
    return html`<button type="button" aria-pressed=${this.draft.mode === mode} @click=${() => this.#update({ mode })}>
      ${label}
    </button>`
  }

  /** The deadline that sending now keeps, beside the button that keeps it. */
  #promise() {
    const { words, locale, me } = this.context
    if (this.draft.mode !== 'reply') return nothing
    const open = this.ticket.deadlines.find(
      ({ milestone, keptAt, metLateAt, state }) =>
        (milestone === 'first_reply' || milestone === 'next_reply') &&
        !keptAt &&
        !metLateAt &&
        state !== 'excluded',
    )
    if (!open) return nothing
    const name = words.milestone[open.milestone]
    return Date.parse(open.dueAt) >= this.now.getTime()
      ? html`<span class="keeps">${words.reply.keeps(name, shortInstant(open.dueAt, locale, me.merchant.timeZone))}</span>`
      : html`<span class="late">${words.reply.late(name)}</span>`
  }

  /** A key stands for one body, and what was seen is a part of it. */
  #saw(sequence: number): void {
    if (sequence === this.#seenSequence) return
    this.#seenSequence = sequence
    const { idempotencyKey: _, ...draft } = this.draft
    this.draft = draft
  }

  #update(change: Partial<Draft>): void {
    // Other words are another message: they get a key of their own.
    const { idempotencyKey: _, ...draft } = this.draft
    this.draft = { ...draft, ...change }
    if (change.text !== undefined) this.done = undefined
    writeDraft(localStorage, this.ticket.code, this.draft)
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    void this.#send(false)
  }

  readonly #submit = (event: Event) => {
    event.preventDefault()
    void this.#send(false)
  }

  async #send(thenWait: boolean): Promise<void> {
    if (this.busy) return
    const { words } = this.context
    const { code } = this.ticket
    if (this.draft.text.trim() === '') {
      this.failure = words.reply.empty
      this.querySelector('textarea')?.focus()
      return
    }
    const idempotencyKey = this.draft.idempotencyKey ?? crypto.randomUUID()
    this.draft = { ...this.draft, idempotencyKey }
    writeDraft(localStorage, code, this.draft)
    this.busy = true
    this.failure = this.done = undefined
    const result = await this.#post(code, thenWait, idempotencyKey)
    this.busy = false
    if (result.ok) this.#sent(result.value)
    else this.#refused(result)
  }

  #post(code: string, thenWait: boolean, idempotencyKey: string): Promise<Result<DeskTicket>> {
    const { text, attachments, mode } = this.draft
    const body = { text, attachments: attachments.map(({ id }) => id) }
    return mode === 'note'
      ? noteOnTicket(this.context.api, code, body, idempotencyKey)
      : replyToTicket(
          this.context.api,
          code,
          { ...body, thenWait, seenSequence: this.#seenSequence },
          idempotencyKey,
        )
  }

  #sent(ticket: DeskTicket): void {
    const { words } = this.context
    this.done = this.draft.mode === 'note' ? words.reply.noteSaved : words.reply.sent
    this.draft = { mode: 'reply', text: '', attachments: [] }
    writeDraft(localStorage, ticket.code, this.draft)
    this.changed = false
    this.#seenSequence = ticket.sequence
    this.dispatchEvent(new CustomEvent('ticket-change', { bubbles: true, detail: ticket }))
  }

  #refused(failure: Extract<Result<DeskTicket>, { ok: false }>): void {
    if (failure.problem.code === 'ticket_changed') {
      this.changed = true
      this.dispatchEvent(new CustomEvent('ticket-stale', { bubbles: true }))
      return
    }
    this.failure = problemWords(failure, this.context.words.problem)
  }
}

function othersActedSince(ticket: DeskTicket, sequence: number, staffId: string): boolean {
  return ticket.history.some(
    (entry) => entry.sequence > sequence && entry.by.type !== 'system' && entry.by.id !== staffId,
  )
}
