import type { DeskArticle } from '@camket/contracts'
import { deleteArticle, type Failure, getDeskArticles, saveArticle } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { foldText } from '@camket/core/fold-text'
import { type Kind, kinds } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { faultsOf } from '../embed/faults.ts'
import { areaField, checkField, checkFields, selectField, textField } from '../embed/inputs.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { type ArticleDraft, forgetArticle, keepArticle, keptArticle } from './kept-article.ts'

/** Writes one article. Tells `article-closed` listeners what to say when it is done. */
export class ArticleForm extends LightElement {
  static override properties = {
    context: { attribute: false },
    article: { attribute: false },
    draft: { state: true },
    failure: { state: true },
    busy: { state: true },
    asks: { state: true },
  }
  declare context: DeskContext
  /** Absent for a new one. */
  declare article: DeskArticle | undefined
  declare draft: ArticleDraft
  declare failure: Failure | undefined
  declare busy: boolean
  /** Whether deleting waits for a yes. */
  declare asks: boolean

  constructor() {
    super()
    this.busy = this.asks = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { me, locale } = this.context
    const kept = keptArticle(me.merchant.slug)
    const isThis = this.article ? isSamePlace(kept, this.article) : kept?.revision === 0
    this.draft = (isThis && kept) || (this.article ? draftOf(this.article) : emptyIn(locale))
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input, select')?.focus()
  }

  protected override render() {
    const { words: all } = this.context
    const { help: words, problem, act } = all
    const { draft } = this
    const drawing = { words: all.embed, faults: faultsOf(this.failure), disabled: this.busy }
    const set = (changed: Partial<ArticleDraft>) => this.#change({ ...draft, ...changed })
    return html`<form class="filing panel" @submit=${this.#save} novalidate>
      ${
        this.failure
          ? html`<div class="failure" role="alert" tabindex="-1">
            <p>${this.#isTaken ? words.taken : problemWords(this.failure, problem)}</p>
            ${
              this.failure.problem.code === 'article_changed' && !this.#isTaken
                ? html`<wa-button size="s" appearance="outlined" @click=${this.#takeTheirs}>${words.theirs}</wa-button>`
                : nothing
            }
          </div>`
          : nothing
      }
      <div class="grid">
        ${textField(
          {
            id: 'article-title',
            label: words.name,
            value: draft.title,
            pointer: '/title',
            lang: draft.locale,
            max: limits.article_title_chars_max,
            set: (title) => set({ title, ...this.#slugFor(title) }),
          },
          drawing,
        )}
        ${
          this.article
            ? nothing
            : html`${selectField(
                {
                  id: 'article-locale',
                  label: words.locale,
                  value: draft.locale,
                  options: [
                    ['vi', 'Tiếng Việt'],
                    ['en', 'English'],
                  ],
                  set: (locale) => set({ locale: locale === 'en' ? 'en' : 'vi' }),
                },
                drawing,
              )}
              ${textField(
                {
                  id: 'article-slug',
                  label: words.slug,
                  hint: words.slugHint,
                  value: draft.slug,
                  max: limits.article_slug_chars_max,
                  set: (slug) => set({ slug }),
                },
                drawing,
              )}`
        }
        ${areaField(
          {
            id: 'article-body',
            label: words.body,
            hint: words.bodyHint,
            value: draft.body,
            pointer: '/body',
            lang: draft.locale,
            rows: 14,
            max: limits.article_body_chars_max,
            set: (body) => set({ body }),
          },
          drawing,
        )}
        ${checkFields<Kind>(
          {
            legend: words.kinds,
            all: kinds.map((kind) => [kind, all.kind[kind]] as const),
            chosen: draft.kinds,
            pointer: '/kinds',
            set: (chosen) => set({ kinds: chosen }),
          },
          drawing,
        )}
        <div class="wide">
          ${checkField({ label: words.publish, checked: draft.published, set: (published) => set({ published }) }, drawing)}
        </div>
      </div>
      <div class="acts">
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.save}</wa-button>
        <wa-button appearance="outlined" ?disabled=${this.busy} @click=${() => this.#close('')}>${words.cancel}</wa-button>
        ${this.article && !this.asks ? html`<button type="button" class="plain" @click=${this.#ask}>${words.remove}</button>` : nothing}
      </div>
      ${
        this.asks
          ? html`<div role="alert">
            <p>${words.removeSure}</p>
            <div class="acts">
              <wa-button size="s" variant="danger" ?loading=${this.busy} @click=${this.#remove}>${words.removeYes}</wa-button>
              <wa-button size="s" appearance="outlined" @click=${() => {
                this.asks = false
              }}>${act.cancel}</wa-button>
            </div>
          </div>`
          : nothing
      }
    </form>`
  }

  /** A new article whose address is another's. */
  get #isTaken(): boolean {
    return !this.article && this.failure?.problem.code === 'article_changed'
  }

  /** The address follows the title until somebody types one of their own. */
  #slugFor(title: string): { slug?: string } {
    if (this.article || this.draft.slug !== slugOf(this.draft.title)) return {}
    return { slug: slugOf(title) }
  }

  #change(draft: ArticleDraft): void {
    this.draft = draft
    keepArticle(this.context.me.merchant.slug, draft)
  }

  #close(told: string): void {
    forgetArticle(this.context.me.merchant.slug)
    this.dispatchEvent(new CustomEvent('article-closed', { detail: told }))
  }

  readonly #ask = () => {
    this.asks = true
  }

  readonly #save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy) return
    const { locale, slug, kinds: chosen, ...rest } = this.draft
    this.busy = true
    this.failure = undefined
    const body = { ...rest, ...(chosen.length > 0 && { kinds: [...chosen] }) }
    const answer = await saveArticle(
      this.context.api,
      locale,
      slug.trim() || slugOf(rest.title) || 'help',
      body,
    )
    this.busy = false
    if (answer.ok) this.#close(this.context.words.help.saved)
    else await this.#fail(answer)
  }

  readonly #remove = async () => {
    if (this.busy) return
    this.busy = true
    const answer = await deleteArticle(this.context.api, this.draft.locale, this.draft.slug)
    this.busy = this.asks = false
    if (answer.ok || answer.problem.code === 'article_not_found') this.#close(this.context.words.help.removed)
    else await this.#fail(answer)
  }

  /** What somebody else saved takes the place of what was typed here. */
  readonly #takeTheirs = async () => {
    const answer = await getDeskArticles(this.context.api)
    if (!answer.ok) return this.#fail(answer)
    const theirs = answer.value.articles.find((one) => isSamePlace(one, this.draft))
    this.failure = undefined
    if (theirs) this.#change(draftOf(theirs))
    else this.#change({ ...this.draft, revision: 0 })
  }

  async #fail(failure: Failure): Promise<void> {
    this.failure = failure
    await this.updateComplete
    this.querySelector<HTMLElement>('.failure[role=alert]')?.focus()
  }
}

type Place = Pick<DeskArticle, 'locale' | 'slug'>
const isSamePlace = (a: Place | undefined, b: Place): boolean => a?.locale === b.locale && a.slug === b.slug

const draftOf = ({
  revision,
  locale,
  slug,
  title,
  body,
  kinds: of = [],
  published,
}: DeskArticle): ArticleDraft => ({
  revision,
  locale,
  slug,
  title,
  body,
  kinds: of,
  published,
})

const emptyIn = (locale: ArticleDraft['locale']): ArticleDraft => ({
  revision: 0,
  locale,
  slug: '',
  title: '',
  body: '',
  kinds: [],
  published: true,
})

/** `Đổi đơn hàng` is `doi-don-hang`. */
const slugOf = (title: string): string =>
  foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limits.article_slug_chars_max)
    .replace(/^-+|-+$/g, '')
