// What a form imports where it has more than every form: a merchant's own fields, articles, the look back before a complaint.

import { html, type Template } from '@camket/contracts/template'
import { drawOwnFields, ownFaults, ownValues } from '../own-fields/own-fields.ts'
import type { Errors } from '../request-form/check-values.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import { loadExtraStrings } from '../strings/load-strings.ts'
import type { ExtraWords } from '../strings/words.ts'
import { sheet } from '../style/sheet.ts'
import { ArticleHints } from './article-hints.ts'
import css from './form-extras.css?inline'
import { lookBack } from './look-back.ts'

const extrasSheet = sheet(css)

/** Rejects when the words cannot be fetched. */
export async function openExtras(form: RequestForm): Promise<FormExtras> {
  return new FormExtras(form, await loadExtraStrings(form.session.locale))
}

export class FormExtras {
  readonly #form: RequestForm
  readonly #words: ExtraWords
  readonly #articles: ArticleHints
  #isLookingBack = false

  constructor(form: RequestForm, words: ExtraWords) {
    this.#form = form
    this.#words = words
    this.#articles = new ArticleHints(form, words)
    form.renderRoot.adoptedStyleSheets.push(extrasSheet)
    this.typed()
  }

  values(): Record<string, string> {
    return ownValues(this.#form)
  }

  check(): Errors {
    return ownFaults(this.#form, this.#words)
  }

  /** Articles are looked for by what is being written. */
  typed(): void {
    this.#articles.update(this.#form.fields.message)
  }

  end(): void {
    this.#articles.end()
  }

  draw(): Template {
    return html`${this.#articles.draw()} ${drawOwnFields(this.#form, this.#words)}`
  }

  /** Shows a complaint once more before it is sent; false when that has been done, or is not asked for. */
  lookBack(): boolean {
    if (this.#form.kind !== 'complaint' || this.#isLookingBack) return false
    this.#isLookingBack = true
    void this.#drawAndFocus('look-back')
    return true
  }

  endLookBack(): void {
    this.#isLookingBack = false
  }

  /** In place of the fields, while they are looked over. */
  drawLookBack(): Template | undefined {
    if (!this.#isLookingBack) return undefined
    return lookBack(this.#form, this.#words, () => {
      this.endLookBack()
      void this.#drawAndFocus('message')
    })
  }

  async #drawAndFocus(id: 'look-back' | 'message'): Promise<void> {
    this.#form.requestUpdate()
    await this.#form.updateComplete
    this.#form.renderRoot.getElementById(id)?.focus()
  }
}
