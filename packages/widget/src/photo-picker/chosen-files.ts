import type { UploadView } from '@camket/contracts'
import type { Failure, Result } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { SavedFile } from '../delivery/draft-store.ts'
import { newKey } from '../session/new-key.ts'
import { problemWords } from '../session/problem-words.ts'
import { mayStore } from '../session/store.ts'
import { forgetFile, keepFile, keptFile } from './kept-files.ts'
import type { PhotoPicker } from './photo-picker.ts'
import { scalePhoto } from './scale-photo.ts'
import { uploadFile } from './upload-file.ts'

/** A file that was chosen now, or one that a draft holds. */
export type Chosen = SavedFile | ChosenNow
type ChosenNow = {
  readonly file: File
  readonly name: string
  /** A photo is sent with all that the camera wrote, because the customer wants it so. */
  readonly isOriginal: boolean
}

/** One file of the list, as it stands. */
type Item = {
  /** Every try at uploading it carries the same. */
  readonly key: string
  readonly chosenAt: string
  name: string
  type: string
  size: number
  sent: number
  /** Unknown while it is looked for on this device. */
  file?: File | undefined
  /** It is as it is sent. */
  isReady: boolean
  /** It could not be read, so what the camera wrote is still in it. */
  isAsIs: boolean
  isKept: boolean
  /** This browser would not keep it. */
  isUnkept?: boolean
  picture?: HTMLElement | undefined
  saved?: SavedFile
  failure?: string | undefined
  /** Trying again cannot help. */
  isRefused?: boolean
  /** While it is on its way. */
  abort?: AbortController | undefined
}

const megabyte = 2 ** 20
const refused = ['file_type_not_accepted', 'file_too_large', 'origin_not_allowed']
/** As the server says it, before a byte is sent. */
const tooLarge: Failure = {
  ok: false,
  problem: { code: 'file_too_large', status: 413, type: '', title: '', detail: '', requestId: '' },
}

/** The files that a picker was given, and what becomes of each. */
export class ChosenFiles {
  readonly #picker: PhotoPicker
  #items: Item[] = []

  constructor(picker: PhotoPicker) {
    this.#picker = picker
  }

  get count(): number {
    return this.#items.length
  }

  /** What was uploaded, and what is kept on this device until it is: that has no id yet. */
  get saved(): readonly SavedFile[] {
    return this.#items.flatMap(({ saved, isKept, key, name, type, size, isAsIs, chosenAt }) => {
      const kept = { id: '', key, name, type, size, isAsIs, uploadedAt: chosenAt }
      return saved ?? (isKept ? kept : [])
    })
  }

  /** Why the files cannot be sent yet. */
  get pending(): 'uploading' | 'uploadFailed' | undefined {
    if (this.#items.some(({ saved, failure }) => !saved && !failure)) return 'uploading'
    return this.#items.some(({ failure }) => failure) ? 'uploadFailed' : undefined
  }

  put(chosen: readonly Chosen[]): void {
    const { max, session } = this.#picker
    const room = max - this.#items.length
    this.#picker.refusal = chosen.length > room ? session.words.files.tooMany(max) : ''
    if (this.#picker.refusal) session.announce(this.#picker.refusal)
    this.#items.push(...chosen.slice(0, room).map(itemOf))
    this.#begin()
    this.#picker.requestUpdate()
  }

  /** Forgets all of them. */
  clear(): void {
    this.end()
    for (const item of this.#items) this.#forget(item)
    this.#items = []
  }

  /** Begins anew what is not uploaded: what was on its way when the network went may hang for minutes. */
  goOn(): void {
    this.end()
    this.#begin()
  }

  /** Stops what is on its way; `goOn` begins it anew. */
  end(): void {
    for (const item of this.#items) stop(item)
  }

  #begin(): void {
    if (!this.#picker.isConnected) return
    for (const item of this.#items) if (!item.saved && !item.isRefused && !item.abort) void this.#send(item)
  }

  draw(): Template {
    return html`<ul class="files">
      ${this.#items.map((item) => this.#row(item))}
    </ul>`
  }

  /** Puts pictures where they belong, once the rows are drawn. */
  hang(): void {
    for (const [index, thumb] of this.#picker.renderRoot.querySelectorAll('.thumb').entries()) {
      const { picture, name = '' } = this.#items[index] ?? {}
      thumb.replaceChildren(picture ?? /\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? '')
    }
  }

  #row(item: Item): Template {
    const { words, locale } = this.#picker.session
    const { files } = words
    const { name, failure, saved, size, sent } = item
    const button = (label: string, sign: string, act: () => void) =>
      html`<button aria-label=${label} title=${label} ?disabled=${this.#picker.disabled} @click=${act}>${sign}</button>`
    const standing = saved
      ? html`<span>${sizeWords(size, locale)}</span>`
      : html`<progress max=${size} value=${sent} aria-label=${files.progress(name)}></progress>`
    return html`<li>
      <span class="thumb" aria-hidden="true"></span>
      <span class="name">${name}</span>
      <span class="under">
        ${failure ? html`<span class="error">${failure}</span>` : standing}
        ${item.isAsIs && !item.isRefused ? html`<span>${files.asIs}</span>` : nothing}
        ${item.isUnkept && !saved ? html`<span>${files.notKept}</span>` : nothing}
      </span>
      <span class="acts">
        ${failure && !item.isRefused ? button(files.retry(name), '↻', () => void this.#send(item)) : nothing}
        ${button(saved || failure ? files.remove(name) : files.cancel(name), '×', () => this.#remove(item))}
      </span>
    </li>`
  }

  async #send(item: Item): Promise<void> {
    const { words, announce, emit } = this.#picker.session
    const abort = new AbortController()
    Object.assign(item, { abort, sent: 0, failure: undefined })
    this.#picker.requestUpdate()
    const file = await this.#prepare(item)
    if (abort.signal.aborted) return
    if (!file) return this.#lose(item)
    void this.#keep(item, file)
    const result = await this.#upload(item, file, abort.signal)
    if (abort.signal.aborted) return
    const { name } = file
    item.abort = undefined
    if (result.ok) {
      item.saved = { ...result.value, uploadedAt: new Date().toISOString(), isAsIs: item.isAsIs }
      announce(words.files.done(name))
    } else {
      const { code } = result.problem
      item.isRefused = refused.includes(code)
      item.failure = this.#failureWords(result)
      announce(`${name}: ${item.failure}`)
      emit('upload-error', { name, code })
    }
    // The draft has its id before it is let go here.
    this.#picker.changed()
    if (item.saved || item.isRefused) this.#forget(item)
  }

  /** What is sent; undefined when it was kept on this device and is no longer there. */
  async #prepare(item: Item): Promise<File | undefined> {
    item.file ??= await keptFile(this.#picker.session.merchant, item.key).catch(() => undefined)
    const { file, isReady, picture } = item
    if (!file || picture) return file
    const scaled = await scalePhoto(file, isReady)
    const { name, type, size } = scaled.file
    Object.assign(item, scaled, { name, type, size, isReady: true })
    this.#picker.requestUpdate()
    return scaled.file
  }

  #upload(item: Item, file: File, signal: AbortSignal): Promise<Result<UploadView>> | Failure {
    const { api, merchant, emit } = this.#picker.session
    const { name, size } = file
    if (size > limits.attachment_bytes_max) return tooLarge
    const onSent = (sent: number) => {
      item.sent = sent
      this.#picker.requestUpdate()
      emit('upload-progress', { name, sent, size })
    }
    return uploadFile(api, merchant, file, { onSent, signal, key: item.key })
  }

  /** Until it is uploaded, so that it is not lost with the page. */
  async #keep(item: Item, file: File): Promise<void> {
    const { merchant } = this.#picker.session
    if (item.isKept || !mayStore(merchant)) return
    try {
      await keepFile(merchant, { key: item.key, file, keptAt: item.chosenAt })
      item.isKept = true
      // It may have been uploaded or removed meanwhile.
      if (item.saved || item.isRefused || !this.#items.includes(item)) this.#forget(item)
      else this.#picker.changed()
    } catch {
      item.isUnkept = true
      this.#picker.requestUpdate()
    }
  }

  #forget(item: Item): void {
    if (!item.isKept) return
    item.isKept = false
    // What cannot be taken away now is when the next file is kept.
    void forgetFile(this.#picker.session.merchant, item.key).catch(() => undefined)
  }

  #failureWords(failure: Failure): string {
    const { files, problem } = this.#picker.session.words
    switch (failure.problem.code) {
      case 'file_type_not_accepted':
        return files.wrongType
      case 'file_too_large':
        return files.tooLarge(limits.attachment_bytes_max / megabyte)
      case 'rate_limited':
        return files.wait(failure.retryAfterSeconds ?? 60)
      case 'unreachable':
        return navigator.onLine ? files.failed : files.offline
      default:
        return problemWords(failure, problem)
    }
  }

  #remove(item: Item): void {
    const { session, updateComplete } = this.#picker
    this.#takeOut(item)
    session.announce(session.words.files.removed(item.name))
    void updateComplete.then(() => this.#picker.focus())
  }

  /** Another program, or the browser, has cleared what was kept. */
  #lose(item: Item): void {
    this.#picker.refusal = this.#picker.session.words.files.expired
    this.#takeOut(item)
  }

  #takeOut(item: Item): void {
    stop(item)
    this.#items = this.#items.filter((other) => other !== item)
    this.#picker.changed()
    this.#forget(item)
  }
}

function itemOf(chosen: Chosen): Item {
  const start = { sent: 0, isAsIs: false, isKept: false, chosenAt: new Date().toISOString() }
  if ('file' in chosen) {
    const { file, isOriginal } = chosen
    const { name, type, size } = file
    return { ...start, key: newKey(), name, type, size, file, isReady: isOriginal }
  }
  const { id, key = '', name, type, size, previewUrl, uploadedAt, isAsIs = false } = chosen
  const item: Item = {
    ...start,
    key,
    name,
    type,
    size,
    isAsIs,
    isReady: true,
    isKept: !id,
    chosenAt: uploadedAt,
  }
  if (!id) return item
  return { ...item, saved: chosen, picture: previewUrl ? pictureOf(previewUrl) : undefined }
}

/** The link ends after an hour or two: then the name says enough. */
const pictureOf = (src: string): HTMLElement =>
  Object.assign(new Image(), { src, alt: '', onerror: ({ target }: Event) => (target as Element).remove() })

function stop(item: Item): void {
  item.abort?.abort()
  item.abort = undefined
}

const sizeWords = (bytes: number, locale: string): string =>
  (Math.ceil((bytes / megabyte) * 10) / 10).toLocaleString(locale, { style: 'unit', unit: 'megabyte' })
