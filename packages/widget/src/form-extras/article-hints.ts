import type { ArticleHits } from '@camket/contracts'
import type { Result } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import type { ExtraWords } from '../strings/words.ts'
import { html, nothing, type Template } from '../template/html.ts'

/** Undefined where nothing may be asked. */
type Search = (q: string, signal: AbortSignal) => Promise<Result<ArticleHits>> | undefined

const afterTyping_millis = 500
const letters_min = 3

/**
 * Up to three of the merchant's articles that fit what is being written. Nothing is asked before three letters.
 */
export class ArticleHints {
  readonly #search: Search
  readonly #words: ExtraWords
  /** Called when others are offered. */
  readonly #onChange: () => void
  #hits: ArticleHits['articles'] = []
  #asked = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined

  constructor(search: Search, words: ExtraWords, onChange: () => void) {
    this.#search = search
    this.#words = words
    this.#onChange = onChange
  }

  update(message: string): void {
    const q = message.trim().slice(0, limits.article_query_chars_max)
    if (q === this.#asked) return
    this.end()
    this.#asked = q
    if ((q.match(/\p{L}/gu)?.length ?? 0) < letters_min) this.#show([])
    else this.#timer = setTimeout(() => this.#ask(q), afterTyping_millis)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
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

  async #ask(q: string): Promise<void> {
    const abort = new AbortController()
    this.#abort = abort
    const result = await this.#search(q, abort.signal)
    // An offer: where it cannot be had nobody misses it.
    if (!abort.signal.aborted) this.#show(result?.ok ? result.value.articles : [])
  }

  #show(hits: ArticleHits['articles']): void {
    const addresses = (of: ArticleHits['articles']) => of.map(({ url }) => url).join()
    if (addresses(hits) === addresses(this.#hits)) return
    this.#hits = hits
    this.#onChange()
  }
}
