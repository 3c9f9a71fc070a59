import type { ArticleHits } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { html, nothing, type Template } from '@camket/contracts/template'
import { AskLater } from '../request-form/ask-later.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import type { ExtraWords } from '../strings/words.ts'

const afterTyping_millis = 500
const letters_min = 3

/**
 * Up to three of the merchant's articles that fit what is being written. Nothing is asked before three letters, nor
 * where the form's `mayFind` says no.
 */
export class ArticleHints extends AskLater {
  readonly #form: RequestForm
  readonly #words: ExtraWords
  #hits: ArticleHits['articles'] = []
  #asked = ''

  constructor(form: RequestForm, words: ExtraWords) {
    super()
    this.#form = form
    this.#words = words
  }

  update(message = ''): void {
    const q = message.trim().slice(0, limits.article_query_chars_max)
    if (q === this.#asked) return
    this.#asked = q
    this.end()
    if ((q.match(/\p{L}/gu)?.length ?? 0) < letters_min) this.#show([])
    else if (this.#form.mayFind) {
      this.ask(
        afterTyping_millis,
        (signal) => this.#form.findArticles(q, signal),
        // An offer: where it cannot be had nobody misses it.
        (result) => this.#show(result.ok ? result.value.articles : []),
      )
    }
  }

  draw(): Template {
    const count = this.#hits.length
    // Told for itself: it must not take the words of what else is told from people's ears.
    return html`<p class="unseen" role="status">${count ? this.#words.found(count) : nothing}</p>
      ${count ? this.#section() : nothing}`
  }

  #section(): Template {
    return html`<section class="articles" aria-labelledby="articles">
      <h3 class="label" id="articles">${this.#words.articles}</h3>
      <ul>
        ${this.#hits.map(
          ({ title, excerpt, url }) => html`<li>
            <a href=${url} target="_blank" rel="noopener">${title} <span class="unseen">${this.#words.newTab}</span></a>
            <p class="small quiet">${excerpt}</p>
          </li>`,
        )}
      </ul>
    </section>`
  }

  #show(hits: ArticleHits['articles']): void {
    this.#hits = hits
    this.#form.requestUpdate()
  }
}
