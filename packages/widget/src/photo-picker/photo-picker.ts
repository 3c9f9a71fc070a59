import type { Failure } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import type { SavedFile } from '../delivery/draft-store.ts'
import { PanelPart } from '../element/panel-part.ts'
import { newKey } from '../session/new-key.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing } from '../template/html.ts'
import css from './photo-picker.css?inline'
import { unreachable, uploadFile } from './upload-file.ts'

type Item = {
  readonly file?: File
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sent: number
  readonly saved?: SavedFile
  readonly failure?: string
  /** Trying again could help. */
  readonly isRetriable?: boolean
  readonly abort?: AbortController
  /** Every try at uploading it carries the same. */
  readonly key?: string
  /** It is as it is sent. */
  readonly isReady?: boolean
}

const megabyte = 1024 * 1024
const arrivals = ['paste', 'dragover', 'drop']
const refused = ['file_type_not_accepted', 'file_too_large', 'origin_not_allowed']
const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,application/pdf,video/mp4'

/** Files that go with a request or a reply, uploaded as soon as they are chosen. Fires `change`. */
export class PhotoPicker extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = [
    'session',
    'max',
    'error',
    'disabled',
    'items',
    'refusal',
    'original',
    'label',
    'needed',
    'note',
  ]
  declare session: Session
  declare max: number
  declare error: string | undefined
  declare disabled: boolean
  /** What it is for, in place of our words, and whether it must be there. */
  declare label: string | undefined
  declare needed: boolean | undefined
  declare note: string | undefined
  declare private items: readonly Item[]
  declare private refusal: string
  /** The customer wants photos sent as they are, with all that the camera wrote. */
  declare private original: boolean

  #around: Node | undefined

  constructor() {
    super()
    this.original = false
    this.items = []
    this.refusal = ''
    this.max = limits.attachments_per_ticket_max
    this.disabled = false
  }

  /** What was uploaded and can be attached. Setting it replaces all files. */
  get saved(): readonly SavedFile[] {
    return this.items.flatMap(({ saved }) => saved ?? [])
  }

  set saved(files: readonly SavedFile[]) {
    for (const { abort } of this.items) abort?.abort()
    this.items = files.map((saved) => ({ ...saved, sent: saved.size, saved }))
  }

  /** Why the files cannot be sent yet. */
  get pending(): 'uploading' | 'uploadFailed' | undefined {
    if (this.items.some(({ saved, failure }) => !saved && !failure)) return 'uploading'
    return this.items.some(({ failure }) => failure) ? 'uploadFailed' : undefined
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.add, .icon')?.focus()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#around = this.id ? this : this.getRootNode()
    for (const type of arrivals) this.#around.addEventListener(type, this.#take)
    addEventListener('online', this.#goOn)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const type of arrivals) this.#around?.removeEventListener(type, this.#take)
    removeEventListener('online', this.#goOn)
    for (const { abort } of this.items) abort?.abort()
  }

  protected override render() {
    const { words } = this.session
    const problem = this.error ?? this.refusal
    return html`
      <span class="label" id="label">${this.label ?? words.files.label} ${this.needed ? nothing : html`<span class="optional">${words.optional}</span>`}</span>
      <ul class="files">
        ${this.items.map((item) => this.#item(item))}
      </ul>
      ${
        this.items.length < this.max
          ? html`<button
              class="btn add"
              aria-describedby="label hint problem"
              ?disabled=${this.disabled}
              @click=${() => this.#choose(false)}
            >
              <span aria-hidden="true">+ </span>${words.files.add}
            </button>
            <button class="btn add take" ?disabled=${this.disabled} @click=${() => this.#choose(true)}>
              ${words.files.take}
            </button>
            <label class="original"
              ><input
                type="checkbox"
                ?disabled=${this.disabled}
                @change=${(event: Event) => {
                  this.original = (event.target as HTMLInputElement).checked
                }}
              />
              ${words.files.original}</label
            >`
          : nothing
      }
      <input id="file" type="file" hidden multiple accept=${accepted} aria-label=${words.files.add} @change=${this.#chosen} />
      <span class="hint" id="hint">
        ${this.note} ${words.files.hint(this.max, limits.attachment_bytes_max / megabyte)}
      </span>
      <span class="error" id="problem">${problem}</span>
    `
  }

  #item(item: Item) {
    const { files } = this.session.words
    const { name, failure, saved, sent, size } = item
    const icon = (label: string, sign: string, act: () => void) =>
      html`<button class="icon" aria-label=${label} title=${label} ?disabled=${this.disabled} @click=${act}>
        ${sign}
      </button>`
    return html`<li class="file">
      ${this.#thumb(item)}
      <span class="name">${name}</span>
      <span class="under">
        ${
          failure
            ? html`<span class="error">${failure}</span>`
            : saved
              ? sizeWords(size, this.session.locale)
              : html`<progress max=${size} value=${sent} aria-label=${files.progress(name)}></progress>`
        }
      </span>
      <span class="acts">
        ${item.isRetriable ? icon(files.retry(name), '↻', () => this.#again(item)) : nothing}
        ${icon(saved || failure ? files.remove(name) : files.cancel(name), '×', () => this.#remove(item))}
      </span>
    </li>`
  }

  #thumb({ saved, name }: Item) {
    const ending = /\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? ''
    if (saved?.previewUrl === undefined) return html`<span class="thumb" aria-hidden="true">${ending}</span>`
    // The link ends after an hour or two: then the name says enough.
    return html`<img class="thumb" src=${saved.previewUrl} alt="" @error=${() => this.#dropPreview(saved)} />`
  }

  #dropPreview({ id }: SavedFile): void {
    this.items = this.items.map((item) => {
      if (item.saved?.id !== id) return item
      const { previewUrl: _, ...saved } = item.saved
      return { ...item, saved }
    })
  }

  /** From what is there already, or by the camera. */
  #choose(byCamera: boolean): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('#file')
    input?.toggleAttribute('capture', byCamera)
    if (input) input.accept = byCamera ? 'image/*' : accepted
    input?.click()
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
    if (data.files.length > 0) this.add([...data.files])
  }

  readonly #goOn = () => {
    for (const item of this.items) if (item.isRetriable) this.#again(item)
  }

  /** Takes files from wherever they come and begins to upload them. */
  add(files: readonly File[]): void {
    const room = this.max - this.items.length
    this.refusal = files.length > room ? this.session.words.files.tooMany(this.max) : ''
    if (this.refusal) this.session.announce(this.refusal)
    const items = files.slice(0, room).map((file) => this.#checked(file))
    this.items = [...this.items, ...items]
    for (const item of items) if (!item.failure) void this.#upload(item)
    this.#changed()
  }

  #checked(file: File): Item {
    const item = { name: file.name, type: file.type, size: file.size, sent: 0 }
    const isScaled = /^image/.test(file.type) && !this.original
    if (file.size > limits.attachment_bytes_max && !isScaled) {
      return { ...item, failure: this.session.words.files.tooLarge(limits.attachment_bytes_max / megabyte) }
    }
    return { ...item, file, abort: new AbortController(), key: newKey(), isReady: !isScaled }
  }

  async #upload(first: Item): Promise<void> {
    const { file: chosen, abort, key } = first
    if (!chosen || !abort || !key) return
    const { api, merchant, words, announce, emit } = this.session
    // An item is replaced as it changes; its abort controller stays the same and names it.
    const change = (changes: Partial<Item>) => {
      this.items = this.items.map((item) => (item.abort === abort ? { ...item, ...changes } : item))
    }
    const file = first.isReady ? chosen : await scaled(chosen)
    if (abort.signal.aborted) return
    if (file) change({ file, isReady: true, name: file.name, type: file.type, size: file.size })
    const { name } = file ?? chosen
    const onSent = (sent: number) => {
      change({ sent })
      emit('upload-progress', { name, sent, size: file?.size ?? 0 })
    }
    const result = file
      ? await uploadFile(api, merchant, file, { onSent, signal: abort.signal, key })
      : unreachable
    if (abort.signal.aborted) return
    if (result.ok) {
      change({ saved: { ...result.value, uploadedAt: new Date().toISOString() } })
      announce(words.files.done(name))
    } else {
      const failure = this.#failureWords(result)
      const { code } = result.problem
      change({ failure, isRetriable: !refused.includes(code) })
      announce(`${name}: ${failure}`)
      emit('upload-error', { name, code })
    }
    this.#changed()
  }

  #failureWords(failure: Failure): string {
    const { files, problem } = this.session.words
    const { code } = failure.problem
    if (code === 'file_type_not_accepted') return files.wrongType
    if (code === 'file_too_large') return files.tooLarge(limits.attachment_bytes_max / megabyte)
    if (code === 'rate_limited') return files.wait(failure.retryAfterSeconds ?? 60)
    if (code === 'unreachable') return navigator.onLine ? files.failed : files.offline
    return problemWords(failure, problem)
  }

  #again({ file, abort: old, key, isReady, name }: Item): void {
    if (!file || !key) return
    const item = {
      name,
      type: file.type,
      size: file.size,
      sent: 0,
      file,
      key,
      abort: new AbortController(),
      isReady: Boolean(isReady),
    }
    this.items = this.items.map((other) => (other.abort === old ? item : other))
    void this.#upload(item)
    this.#changed()
  }

  #remove(item: Item): void {
    item.abort?.abort()
    this.items = this.items.filter((other) => other !== item)
    this.session.announce(this.session.words.files.removed(item.name))
    this.#changed()
    void this.updateComplete.then(() => this.focus())
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'))
  }
}

/** What scales photos is loaded with the first of them. */
const scaled = (file: File): Promise<File | undefined> =>
  import('./scale-photo.ts').then(({ scalePhoto }) => scalePhoto(file)).catch(() => undefined)

function sizeWords(bytes: number, locale: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  const isLarge = kilobytes >= 1024
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? kilobytes / 1024 : kilobytes)
}
