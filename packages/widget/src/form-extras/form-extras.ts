// What a form imports where it has more than every form: a merchant's own fields, articles, the look back before a complaint.
import type { SavedFile } from '../delivery/draft-store.ts'
import { type OwnFields, openOwnFields } from '../own-fields/own-fields.ts'
import { type OwnField, ownFieldsOf, ownName } from '../own-fields/own-name.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import type { Errors } from '../request-form/check-values.ts'
import type { Form } from '../request-form/form-fields.ts'
import type { FieldName, FormValues, OwnName } from '../request-form/form-values.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import { loadExtraStrings } from '../strings/load-strings.ts'
import type { ExtraWords } from '../strings/words.ts'
import { sheet } from '../style/sheet.ts'
import { html, type Template } from '../template/html.ts'
import { ArticleHints } from './article-hints.ts'
import css from './form-extras.css?inline'
import { lookBack } from './look-back.ts'

const extrasSheet = sheet(css)

/** Rejects when the words cannot be fetched. `files` were uploaded for own fields before. */
export async function openExtras(form: RequestForm, files: readonly SavedFile[]): Promise<FormExtras> {
  const { locale, config, words } = form.session
  const extraWords = await loadExtraStrings(locale)
  const asked = ownFieldsOf(config.fields, form.kind)
  const fields = openOwnFields(asked, locale, { ...extraWords, ...words.error })
  return new FormExtras(form, { words: extraWords, asked, fields, files })
}

type Parts = {
  readonly words: ExtraWords
  readonly asked: readonly OwnField[]
  readonly fields: OwnFields
  readonly files: readonly SavedFile[]
}

export class FormExtras {
  readonly #form: RequestForm
  readonly #words: ExtraWords
  readonly #asked: readonly OwnField[]
  readonly #fields: OwnFields
  readonly #articles: ArticleHints
  #files: readonly SavedFile[]
  /** What a field's picker begins with: the same list each time, so that drawing again does not begin anew. */
  #start = new Map<OwnName, readonly SavedFile[]>()
  #isLookingBack = false

  constructor(form: RequestForm, { words, asked, fields, files }: Parts) {
    this.#form = form
    form.renderRoot.adoptedStyleSheets.push(extrasSheet)
    this.#words = words
    this.#asked = asked
    this.#fields = fields
    this.#files = files
    this.#articles = new ArticleHints(form.findArticles, words, () => form.requestUpdate())
  }

  /** Those that were uploaded for fields. Setting it begins all anew. */
  get files(): readonly SavedFile[] {
    return this.#files
  }

  set files(files: readonly SavedFile[]) {
    this.#files = files
    this.#start = new Map()
  }

  labelOf(name: string): string | undefined {
    return this.#asked.find((field) => ownName(field) === name)?.label
  }

  values(values: FormValues): Record<string, string> {
    return this.#fields.values(values, this.#files)
  }

  check(values: FormValues): Errors {
    const errors: Errors = this.#fields.check(values, this.#files)
    for (const picker of this.#form.renderRoot.querySelectorAll<PhotoPicker>('camket-photo-picker[id]')) {
      if (picker.pending) errors[picker.id as OwnName] = this.#form.session.words.error[picker.pending]
    }
    return errors
  }

  /** What is being written; articles are looked for by it. */
  typed(message: string): void {
    this.#articles.update(message)
  }

  end(): void {
    this.#articles.end()
  }

  draw(form: Form): Template {
    return html`${this.#articles.draw()} ${this.#fields.draw(form, (field) => this.#drawFile(field, form))}`
  }

  /** Shows a complaint once more before it is sent; false when that has been done, or is not asked for. */
  lookBack(): boolean {
    if (this.#form.kind !== 'complaint' || this.#isLookingBack) return false
    this.#isLookingBack = true
    this.#form.requestUpdate()
    void this.#form.updateComplete.then(() =>
      this.#form.renderRoot.querySelector<HTMLElement>('#look-back')?.focus(),
    )
    return true
  }

  endLookBack(): void {
    this.#isLookingBack = false
    this.#form.requestUpdate()
  }

  /** In place of the fields, while they are looked over. */
  drawLookBack(
    form: Form,
    rest: { readonly files: readonly SavedFile[]; readonly asked: readonly FieldName[] },
  ): Template | undefined {
    if (!this.#isLookingBack) return undefined
    const own = this.#asked.map((field) => [field.label, this.#fields.text(field, form.values)] as const)
    return lookBack(form, { ...rest, words: this.#words, own, edit: () => this.#edit() })
  }

  #edit(): void {
    this.endLookBack()
    void this.#form.updateComplete.then(() =>
      this.#form.renderRoot.querySelector<HTMLElement>('#message')?.focus(),
    )
  }

  #drawFile(field: OwnField, { session, errors }: Form): Template {
    const name = ownName(field)
    const start = this.#start.get(name) ?? this.#files.filter((file) => file.field === name)
    this.#start.set(name, start)
    return html`<camket-photo-picker
      id=${name}
      .session=${session}
      .max=${1}
      .label=${field.label}
      .needed=${field.required}
      .note=${field.hint}
      .error=${errors[name]}
      .disabled=${this.#form.delivery !== undefined}
      .saved=${start}
      @change=${(event: Event) => this.#chosen(name, event.target as PhotoPicker)}
    ></camket-photo-picker>`
  }

  #chosen(name: OwnName, picker: PhotoPicker): void {
    const files = picker.saved.map((file) => ({ ...file, field: name }))
    this.#files = [...this.#files.filter(({ field }) => field !== name), ...files]
    this.#form.filesChanged(name)
  }
}
