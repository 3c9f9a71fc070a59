import type { DeskTicket } from '@camket/contracts'
import { waiveRemedy } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import type { PickedFile } from '../parts/file-picker.ts'
import { ActDialog } from '../ticket/act-dialog.ts'

/** Says that nothing is owed after all: a published reason, its evidence, and words to the customer. */
export class WaiveDialog extends ActDialog {
  static override properties = {
    ...ActDialog.properties,
    remedyId: {},
    exclusion: { state: true },
    evidence: { state: true },
  }
  declare remedyId: string | undefined
  declare exclusion: string | undefined
  declare evidence: readonly PickedFile[]

  constructor() {
    super()
    this.evidence = []
  }

  protected override heading(): string {
    return this.context.words.owed.waiveTitle
  }

  protected override fields() {
    const { words, me } = this.context
    const { owed, resolve } = words
    const cited = me.exclusions.find(({ code }) => code === this.exclusion)
    return html`
      <p class="quiet">${owed.waiveLead}</p>
      <wa-select
        name="exclusion"
        label=${resolve.exclusion}
        required
        @change=${(event: Event) => {
          this.exclusion = (event.target as HTMLSelectElement).value
        }}
      >
        ${me.exclusions.map(({ code, text }) => html`<wa-option value=${code}>${text}</wa-option>`)}
      </wa-select>
      ${cited?.evidenceNeeded ? html`<p class="quiet">${resolve.evidenceNeeded}</p>` : nothing}
      <camket-file-picker
        .context=${this.context}
        .files=${this.evidence}
        label=${resolve.evidence}
        @files-change=${(event: CustomEvent<PickedFile[]>) => {
          this.evidence = event.detail
        }}
      ></camket-file-picker>
      <wa-textarea
        name="text"
        label=${owed.waiveText}
        hint=${resolve.textHint}
        rows="4"
        resize="auto"
        required
      ></wa-textarea>
    `
  }

  protected override submitLabel(): string {
    return this.context.words.owed.waiveSend
  }

  protected override send(form: FormData, ticket: DeskTicket, idempotencyKey: string) {
    return waiveRemedy(
      this.context.api,
      { code: ticket.code, id: this.remedyId ?? '' },
      {
        exclusion: this.exclusion ?? '',
        evidence: this.evidence.map(({ id }) => id),
        text: String(form.get('text') ?? '').trim(),
      },
      idempotencyKey,
    )
  }
}
