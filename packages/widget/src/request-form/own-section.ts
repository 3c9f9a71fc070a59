import type { SavedFile } from '../delivery/draft-store.ts'
import type { OwnFields } from '../own-fields/own-fields.ts'
import { type OwnField, ownFieldsOf, ownName } from '../own-fields/own-name.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { html, nothing } from '../template/html.ts'
import type { Errors } from './check-values.ts'
import type { Form } from './form-fields.ts'
import type { FormValues, OwnName } from './form-values.ts'
import type { RequestForm } from './request-form.ts'

/** The part of a form that a merchant has made: what draws and checks it is loaded only where there is one. */
export class OwnSection {
  readonly #form: RequestForm
  readonly #asked: readonly OwnField[]
  #loaded: OwnFields | undefined
  #isLoading = false
  #files: readonly SavedFile[] = []
  /** What a field's picker begins with: the same list each time, so that drawing again does not begin anew. */
  #start = new Map<OwnName, readonly SavedFile[]>()

  constructor(form: RequestForm) {
    this.#form = form
    this.#asked = ownFieldsOf(form.session.config.fields, form.kind)
    if (this.#asked.length > 0) void this.load()
  }

  /** Those that were uploaded for fields. Setting it begins all anew. */
  get files(): readonly SavedFile[] {
    return this.#files
  }

  set files(files: readonly SavedFile[]) {
    this.#files = files
    this.#start = new Map()
  }

  /** How many files the fields take. */
  get fileCount(): number {
    return this.#asked.filter(({ type }) => type === 'file').length
  }

  /** It cannot be sent yet: nobody could see what is asked. */
  get isMissing(): boolean {
    return this.#asked.length > 0 && !this.#loaded
  }

  labelOf(name: string): string | undefined {
    return this.#asked.find((field) => ownName(field) === name)?.label
  }

  values(values: FormValues): Record<string, string> {
    return this.#loaded?.values(values, this.#files) ?? {}
  }

  check(values: FormValues): Errors {
    const errors: Errors = { ...this.#loaded?.check(values, this.#files) }
    for (const picker of this.#pickers) {
      if (picker.pending) errors[picker.id as OwnName] = this.#form.session.words.error[picker.pending]
    }
    return errors
  }

  draw(form: Form): unknown {
    const { words } = form.session
    if (this.#asked.length === 0) return nothing
    if (this.#loaded) return this.#loaded.draw(form, (field) => this.#drawFile(field, form))
    return this.#isLoading
      ? html`<p class="quiet" aria-busy="true">${words.loading}</p>`
      : html`<div class="notice failed" role="alert">
          ${words.problem.unreachable} <button class="btn" @click=${() => this.load()}>${words.retry}</button>
        </div>`
  }

  async load(): Promise<void> {
    const { locale, words } = this.#form.session
    this.#isLoading = true
    this.#form.requestUpdate()
    try {
      const { openOwnFields } = await import('../own-fields/own-fields.ts')
      this.#loaded = await openOwnFields(this.#asked, locale, words.error)
    } catch {
      // Said where they would stand, with a button.
    }
    this.#isLoading = false
    this.#form.requestUpdate()
  }

  get #pickers(): readonly PhotoPicker[] {
    return [...this.#form.renderRoot.querySelectorAll<PhotoPicker>('camket-photo-picker[id]')]
  }

  #drawFile(field: OwnField, { session, errors }: Form) {
    const name = ownName(field)
    if (!this.#start.has(name)) {
      this.#start.set(
        name,
        this.#files.filter((file) => file.field === name),
      )
    }
    return html`<camket-photo-picker
      id=${name}
      .session=${session}
      .max=${1}
      .label=${field.label}
      .needed=${field.required}
      .note=${field.hint}
      .error=${errors[name]}
      .disabled=${this.#form.delivery !== undefined}
      .saved=${this.#start.get(name)}
      @change=${(event: Event) => this.#chosen(name, event.target as PhotoPicker)}
    ></camket-photo-picker>`
  }

  #chosen(name: OwnName, picker: PhotoPicker): void {
    const files = picker.saved.map((file) => ({ ...file, field: name }))
    this.#files = [...this.#files.filter(({ field }) => field !== name), ...files]
    this.#form.filesChanged(name)
  }
}
