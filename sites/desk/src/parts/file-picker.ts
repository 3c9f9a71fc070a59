import { uploadAttachmentAsStaff } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { problemWords } from '../words/problem-words.ts'
import { LightElement } from './light-element.ts'

export type PickedFile = { readonly id: string; readonly name: string }

/** Chooses and uploads files; tells its `files-change` listeners which are ready to be attached. */
export class FilePicker extends LightElement {
  static override properties = {
    context: { attribute: false },
    files: { attribute: false },
    label: {},
    uploading: { state: true },
    failure: { state: true },
  }
  declare context: DeskContext
  declare files: readonly PickedFile[]
  declare label: string
  declare uploading: readonly string[]
  declare failure: string | undefined

  constructor() {
    super()
    this.files = []
    this.uploading = []
    this.label = ''
  }

  protected override render() {
    const { words } = this.context
    return html`
      <label class="btn small file-button">
        ${this.label || words.reply.attach}
        <input
          class="visually-hidden"
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,video/mp4"
          @change=${this.#chosen}
        />
      </label>
      <ul class="files" aria-live="polite">
        ${this.files.map(
          (file) => html`<li>
            ${file.name}
            <button type="button" class="plain" aria-label=${words.reply.remove(file.name)} @click=${() => this.#remove(file)}>
              ×
            </button>
          </li>`,
        )}
        ${this.uploading.map((name) => html`<li>${words.reply.uploading(name)}</li>`)}
      </ul>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
    `
  }

  readonly #chosen = async (event: Event) => {
    const input = event.target as HTMLInputElement
    const chosen = [...(input.files ?? [])]
    input.value = ''
    this.failure = undefined
    const room = limits.attachments_per_reply_max - this.files.length
    if (chosen.length > room)
      this.failure = this.context.words.reply.tooMany(limits.attachments_per_reply_max)
    await Promise.all(chosen.slice(0, Math.max(room, 0)).map((file) => this.#upload(file)))
  }

  async #upload(file: File): Promise<void> {
    this.uploading = [...this.uploading, file.name]
    const result = await uploadAttachmentAsStaff(this.context.api, file, file.name)
    this.uploading = without(this.uploading, file.name)
    if (result.ok) this.#tell([...this.files, { id: result.value.id, name: result.value.name }])
    else this.failure = `${file.name}: ${problemWords(result, this.context.words.problem)}`
  }

  #remove(file: PickedFile): void {
    this.#tell(this.files.filter(({ id }) => id !== file.id))
  }

  #tell(files: readonly PickedFile[]): void {
    this.files = files
    this.dispatchEvent(new CustomEvent('files-change', { detail: files }))
  }
}

function without<T>(list: readonly T[], item: T): T[] {
  const at = list.indexOf(item)
  return list.filter((_, index) => index !== at)
}
