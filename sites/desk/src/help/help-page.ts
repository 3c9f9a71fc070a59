import type { DeskArticle } from '@camket/contracts'
import { type Failure, getDeskArticles } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import { type DeskContext, maySetUp } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { keptArticle } from './kept-article.ts'

/** All articles of help: read by staff as guidance, written by owners and leads. */
export class HelpPage extends LightElement {
  static override properties = {
    context: { attribute: false },
    articles: { state: true },
    edited: { state: true },
    failure: { state: true },
    told: { state: true },
  }
  declare context: DeskContext
  declare articles: readonly DeskArticle[] | undefined
  /** The one that is open; `new` for one that is not stored yet. */
  declare edited: DeskArticle | 'new' | undefined
  declare failure: Failure | undefined
  declare told: string

  constructor() {
    super()
    this.told = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    this.failure = undefined
    const answer = await getDeskArticles(this.context.api)
    if (!answer.ok) {
      this.failure = answer
      if (answer.problem.code === 'sign_in_needed')
        this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
      return
    }
    const isFirst = this.articles === undefined
    const { locale: own } = this.context.me.merchant
    // Those in the merchant's own language first; each language in the order that the API gave.
    this.articles = answer.value.articles.toSorted(
      (a, b) => Number(b.locale === own) - Number(a.locale === own),
    )
    // What was being written when the page was left is open again.
    const kept = isFirst && maySetUp(this.context) ? keptArticle(this.context.me.merchant.slug) : undefined
    if (kept) this.edited = this.#find(kept) ?? 'new'
    await this.updateComplete
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  #find({ locale, slug }: Pick<DeskArticle, 'locale' | 'slug'>): DeskArticle | undefined {
    return this.articles?.find((one) => one.locale === locale && one.slug === slug)
  }

  protected override render() {
    const { words: all } = this.context
    const { help: words } = all
    return html`<div class="page-head">
        <a class="back" href="/desk/">← ${all.nav.inbox}</a>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="quiet">${words.lead}</p>
        <p role="status" class="quiet">${this.told}</p>
      </div>
      <div class="help-page">
        ${
          this.failure
            ? html`<div role="alert">
              <p class="failure">${problemWords(this.failure, all.problem)}</p>
              <p><wa-button appearance="outlined" @click=${() => this.#load()}>${all.problem.retry}</wa-button></p>
            </div>`
            : this.articles === undefined
              ? html`<p role="status">${all.inbox.loading}</p>`
              : this.edited
                ? this.#form(this.edited)
                : this.#list(this.articles)
        }
      </div>`
  }

  #list(articles: readonly DeskArticle[]) {
    const { words: all } = this.context
    const { help: words } = all
    return html`
      ${
        maySetUp(this.context)
          ? html`<p><wa-button variant="brand" @click=${() => this.#open('new')}>${words.add}</wa-button></p>`
          : nothing
      }
      ${articles.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul class="articles">
        ${articles.map(
          (article) => html`<li class="panel">
            <h2 lang=${article.locale}>${article.title}</h2>
            <p>
              <span class="state ${article.published ? 'kept' : 'paused'}">${article.published ? words.published : words.draft}</span>
              <span class="quiet">${article.locale === 'vi' ? 'Tiếng Việt' : 'English'}${article.kinds ? ` · ${article.kinds.map((kind) => all.kind[kind]).join(', ')}` : nothing}</span>
            </p>
            <div class="acts">
              ${
                maySetUp(this.context)
                  ? html`<button class="plain" aria-label="${words.edit}: ${article.title}" @click=${() => this.#open(article)}>${words.edit}</button>`
                  : nothing
              }
              ${article.published ? html`<a href=${this.#pageOf(article)} target="_blank" rel="noreferrer" aria-label="${words.publicPage}: ${article.title}">${words.publicPage}</a>` : nothing}
            </div>
            ${article.published || maySetUp(this.context) ? nothing : html`<p class="words" lang=${article.locale}>${article.body}</p>`}
          </li>`,
        )}
      </ul>
    `
  }

  #pageOf({ locale, slug }: DeskArticle): string {
    const { merchant } = this.context.me
    return `${locale === merchant.locale ? '' : `/${locale}`}/${merchant.slug}/help/${slug}`
  }

  #form(edited: DeskArticle | 'new') {
    return html`<camket-article-form
      .context=${this.context}
      .article=${edited === 'new' ? undefined : edited}
      @article-closed=${({ detail }: CustomEvent<string>) => this.#close(detail)}
    ></camket-article-form>`
  }

  #open(article: DeskArticle | 'new'): void {
    this.told = ''
    this.edited = article
  }

  #close(told: string): void {
    this.edited = undefined
    this.told = told
    void this.#load()
  }
}
