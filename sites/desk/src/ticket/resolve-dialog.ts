import type { DeskTicket } from '@camket/contracts'
import { resolveTicket } from '@camket/contracts/client'
import type { Outcome } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { PickedFile } from '../parts/file-picker.ts'
import { ActDialog } from './act-dialog.ts'

/** Resolves with an outcome; declining cites a published exclusion and its evidence. */
export class ResolveDialog extends ActDialog {
  static override properties = {
    ...ActDialog.properties,
    outcome: { state: true },
    exclusion: { state: true },
    evidence: { state: true },
  }
  declare outcome: Outcome | undefined
  declare exclusion: string | undefined
  declare evidence: readonly PickedFile[]

  constructor() {
    super()
    this.evidence = []
  }

  protected override heading(): string {
    return this.context.words.resolve.title
  }

  protected override fields() {
    const { words, me } = this.context
    const outcome = this.outcome ?? this.ticket.outcomes[0]
    const cited = me.exclusions.find(({ code }) => code === this.exclusion)
    return html`
      <wa-select
        name="outcome"
        label=${words.resolve.outcome}
        .value=${outcome ?? ''}
        @change=${(event: Event) => {
          this.outcome = (event.target as HTMLSelectElement).value as Outcome
        }}
      >
        ${this.ticket.outcomes.map((each) => html`<wa-option value=${each}>${words.outcome[each]}</wa-option>`)}
      </wa-select>
      ${
        outcome === 'declined'
          ? html`<wa-select
              name="exclusion"
              label=${words.resolve.exclusion}
              required
              @change=${(event: Event) => {
                this.exclusion = (event.target as HTMLSelectElement).value
              }}
            >
              ${me.exclusions.map(({ code, text }) => html`<wa-option value=${code}>${text}</wa-option>`)}
            </wa-select>
            ${cited?.evidenceNeeded ? html`<p class="quiet">${words.resolve.evidenceNeeded}</p>` : nothing}
            <camket-file-picker
              .context=${this.context}
              .files=${this.evidence}
              label=${words.resolve.evidence}
              @files-change=${(event: CustomEvent<PickedFile[]>) => {
                this.evidence = event.detail
              }}
            ></camket-file-picker>`
          : nothing
      }
      <wa-textarea name="text" label=${words.resolve.text} hint=${words.resolve.textHint} rows="5" resize="auto"></wa-textarea>
    `
  }

  protected override submitLabel(): string {
    return this.context.words.resolve.send
  }

  protected override send(form: FormData, ticket: DeskTicket, idempotencyKey: string) {
    const text = String(form.get('text') ?? '').trim()
    const outcome = this.outcome ?? ticket.outcomes[0] ?? 'answered'
    const declined = outcome === 'declined'
    return resolveTicket(
      this.context.api,
      ticket.code,
      {
        outcome,
        ...(text && { text }),
        ...(declined && this.exclusion && { exclusion: this.exclusion }),
        ...(declined && { evidence: this.evidence.map(({ id }) => id) }),
        seenSequence: ticket.sequence,
      },
      idempotencyKey,
    )
  }
}
