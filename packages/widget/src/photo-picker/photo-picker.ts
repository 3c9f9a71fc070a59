import { limits } from '@camket/contracts/limits'
import { html, nothing } from '@camket/contracts/template'
import type { SavedFile } from '../delivery/draft-store.ts'
import { PanelPart } from '../element/panel-part.ts'
import type { Session } from '../session/session.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { type Chosen, ChosenFiles } from './chosen-files.ts'
import css from './photo-picker.css?inline'

const arrivals = ['paste', 'dragover', 'drop']
const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,application/pdf,video/mp4'

/** Takes files for a request or a reply, from wherever they come. Fires `change` when they are other than before. */
export class PhotoPicker extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = ['session', 'max', 'error', 'disabled', 'label', 'needed', 'note', 'refusal']
  declare session: Session
  declare max: number
  declare error: string | undefined
  declare disabled: boolean
  /** What it is for, in place of our words, and whether it must be there. */
  declare label: string | undefined
  declare needed: boolean | undefined
  declare note: string | undefined
  /** Why a file was not taken. */
  declare refusal: string
  readonly #list = new ChosenFiles(this)
  #around: Node | undefined

  constructor() {
    super()
    this.refusal = ''
    this.max = limits.attachments_per_ticket_max
  }

  /** What was uploaded and can be attached, and what is kept here until it is. Setting it replaces all files. */
  get saved(): readonly SavedFile[] {
    return this.#list.saved
  }

  set saved(files: readonly SavedFile[]) {
    this.#list.clear()
    this.#list.put(files)
  }

  /** Why the files cannot be sent yet. */
  get pending(): 'uploading' | 'uploadFailed' | undefined {
    return this.#list.pending
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#around = this.label ? this : this.getRootNode()
    for (const type of arrivals) this.#around.addEventListener(type, this.#take)
    addEventListener('online', this.#goOn)
    // It may have been moved to another place.
    this.#goOn()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const type of arrivals) this.#around?.removeEventListener(type, this.#take)
    removeEventListener('online', this.#goOn)
    this.#list.end()
  }

  protected override render() {
    const { disabled, session } = this
    const { files, optional } = session.words
    return html`
      <span class="label" id="label">${this.label ?? files.label} ${this.needed ? nothing : html`<span class="optional">${optional}</span>`}</span>
      ${this.#list.draw()}
      ${
        this.#list.count < this.max
          ? html`<div class="picks">
              <button
                class="btn"
                aria-describedby="label hint problem"
                ?disabled=${disabled}
                @click=${() => this.#choose(false)}
              >
                <span aria-hidden="true">+ </span>${files.add}
              </button>
              <button class="btn take" ?disabled=${disabled} @click=${() => this.#choose(true)}>
                ${files.take}
              </button>
            </div>
            <label><input type="checkbox" ?disabled=${disabled} /> ${files.original}</label>`
          : nothing
      }
      <input id="file" type="file" hidden multiple aria-label=${files.add} @change=${this.#chosen} />
      <span class="hint" id="hint">
        ${this.note} ${files.hint(this.max, limits.attachment_bytes_max / 2 ** 20)}
      </span>
      <span class="error" id="problem">${this.error ?? this.refusal}</span>
    `
  }

  protected override updated(): void {
    this.#list.hang()
  }

  /** From what is there already, or by the camera. */
  #choose(byCamera: boolean): void {
    const input = this.renderRoot.querySelector('#file') as HTMLInputElement
    input.toggleAttribute('capture', byCamera)
    input.accept = byCamera ? 'image/*' : accepted
    input.click()
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement
    this.add([...(input.files ?? [])])
    input.value = ''
  }

  /** Files that are pasted or dropped; a file that comes along with text is a picture of that text. */
  readonly #take = (event: Event) => {
    const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent
    const data = clipboardData ?? dataTransfer
    if (this.disabled || !data?.types.includes('Files') || data.types.includes('text/plain')) return
    event.preventDefault()
    event.stopPropagation()
    this.add([...data.files])
  }

  /** Takes files from wherever they come; they are uploaded at once. */
  add(files: readonly File[]): void {
    const isOriginal = this.renderRoot.querySelector<HTMLInputElement>('[type=checkbox]')?.checked ?? false
    if (files.length > 0) this.put(files.map((file) => ({ file, name: file.name, isOriginal })))
  }

  put(chosen: readonly Chosen[]): void {
    this.#list.put(chosen)
    this.changed()
  }

  /** What is there is other than before. */
  changed(): void {
    this.requestUpdate()
    this.dispatchEvent(new Event('change'))
  }

  readonly #goOn = () => this.#list.goOn()
}
