import type { EmbedView } from '@camket/contracts'
import { type Failure, getEmbed, saveEmbed } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { problemWords } from '../words/problem-words.ts'
import { draftOf, type EmbedDraft, inputOf } from './embed-draft.ts'
import { abuseSection, lookSection, sitesSection } from './embed-sections.ts'
import { type Faults, faultsOf } from './faults.ts'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'
import { ownFields } from './own-fields.ts'

/** How the widget is set up: what is pasted, how it looks, what it asks, where it may stand, and whether it does. */
export class EmbedPage extends LightElement {
  static override properties = {
    context: { attribute: false },
    view: { state: true },
    draft: { state: true },
    failure: { state: true },
    loadFailure: { state: true },
    busy: { state: true },
    saved: { state: true },
  }
  declare context: DeskContext
  declare view: EmbedView | undefined
  declare draft: EmbedDraft | undefined
  declare failure: Failure | undefined
  declare loadFailure: Failure | undefined
  declare busy: boolean
  declare saved: boolean

  constructor() {
    super()
    this.busy = this.saved = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    this.loadFailure = undefined
    const answer = await getEmbed(this.context.api)
    if (!answer.ok) {
      this.loadFailure = answer
      if (answer.problem.code === 'sign_in_needed')
        this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
      return
    }
    this.view = answer.value
    this.draft = keptDraft(answer.value.merchant) ?? draftOf(answer.value)
    await this.updateComplete
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  protected override render() {
    const { words } = this.context
    if (this.loadFailure) {
      return html`<div class="pad" role="alert">
        <p class="failure">${problemWords(this.loadFailure, words.problem)}</p>
        <p><wa-button appearance="outlined" @click=${() => this.#load()}>${words.problem.retry}</wa-button></p>
      </div>`
    }
    const { view, draft } = this
    if (!view || !draft) return html`<p class="pad" role="status">${words.inbox.loading}</p>`
    return html`<div class="page-head">
        <a class="back" href="/desk/">← ${words.nav.inbox}</a>
        <h1 tabindex="-1">${words.embed.title}</h1>
        <p class="quiet">${words.embed.lead}</p>
      </div>
      <div class="set-up">
        <div class="set-up-form">${this.#sections(view, draft)}</div>
        <aside class="set-up-preview" aria-label=${words.embed.preview}>
          <camket-embed-preview .context=${this.context} .draft=${draft}></camket-embed-preview>
        </aside>
      </div>`
  }

  #sections(view: EmbedView, draft: EmbedDraft) {
    const { words: all } = this.context
    const { embed: words } = all
    const faults: Faults = faultsOf(this.failure)
    const drawing = { words, faults, disabled: this.busy, kindWords: all.kind }
    const set = (changed: Partial<EmbedDraft>) => this.#change({ ...draft, ...changed })
    return html`
      ${section(
        'snippet',
        words.snippetTitle,
        html`<p class="quiet">${words.snippetLead}</p>
        <camket-copy .words=${words} .text=${view.snippet} .label=${'HTML'}></camket-copy>
        <p class="quiet">${words.snippetColor}</p>
        <camket-copy .words=${words} .text=${`camket-widget { --camket-accent: ${view.accent} }`} .label=${'CSS'}></camket-copy>`,
      )}
      <form class="filing" @submit=${this.#save} novalidate>
        ${this.#failed()}
        ${section('look', words.lookTitle, lookSection(draft, view.locale, drawing, set))}
        ${section(
          'fields',
          words.fieldsTitle,
          html`<p class="quiet">${words.fieldsLead}</p>
          ${ownFields(draft.fields, drawing, (fields) => set({ fields }))}`,
        )}
        ${section('sites', words.sitesTitle, sitesSection(draft, drawing, set))}
        ${section('abuse', words.abuseTitle, abuseSection(draft, view, drawing, set))}
        <div class="acts save-bar">
          <wa-button type="submit" variant="brand" ?loading=${this.busy} ?disabled=${!this.#isChanged}>${words.save}</wa-button>
          <wa-button appearance="outlined" ?disabled=${!this.#isChanged || this.busy} @click=${this.#undo}>${words.undo}</wa-button>
          <span role="status" class="quiet">${this.saved ? words.saved : this.#isChanged ? words.unsaved : nothing}</span>
        </div>
      </form>
      ${section('check', words.checkTitle, html`<camket-site-check class="filing" .context=${this.context} .embed=${view}></camket-site-check>`)}
      ${section('identify', words.identifyTitle, html`<camket-identify .context=${this.context} .identify=${view.identify}></camket-identify>`)}
    `
  }

  get #isChanged(): boolean {
    const { view, draft } = this
    return Boolean(view && draft) && JSON.stringify(draft) !== JSON.stringify(view && draftOf(view))
  }

  #failed() {
    const { words } = this.context
    if (!this.failure) return nothing
    const isStale = this.failure.problem.code === 'embed_changed'
    return html`<div class="failure" role="alert" tabindex="-1">
      <p>${problemWords(this.failure, words.problem)}</p>
      ${
        isStale
          ? html`<div class="acts">
            <wa-button size="s" appearance="outlined" @click=${this.#takeTheirs}>${words.embed.takeTheirs}</wa-button>
            <wa-button size="s" appearance="outlined" @click=${this.#keepMine}>${words.embed.keepMine}</wa-button>
          </div>`
          : nothing
      }
    </div>`
  }

  #change(draft: EmbedDraft): void {
    this.draft = draft
    this.saved = false
    if (this.view) keepDraft(this.view.merchant, draft)
  }

  readonly #undo = () => {
    if (!this.view) return
    forgetDraft(this.view.merchant)
    this.failure = undefined
    this.draft = draftOf(this.view)
  }

  readonly #save = async (event?: Event) => {
    event?.preventDefault()
    const { draft } = this
    if (this.busy || !draft) return
    this.busy = true
    this.failure = undefined
    const answer = await saveEmbed(this.context.api, inputOf(draft))
    this.busy = false
    if (answer.ok) {
      forgetDraft(answer.value.merchant)
      this.view = answer.value
      this.draft = draftOf(answer.value)
      this.saved = true
      return
    }
    this.failure = answer
    await this.updateComplete
    this.querySelector<HTMLElement>('form .failure[role=alert]')?.focus()
  }

  /** What somebody else saved meanwhile takes the place of what was typed here. */
  readonly #takeTheirs = async () => {
    if (this.view) forgetDraft(this.view.merchant)
    this.failure = undefined
    await this.#load()
  }

  /** What was typed here is saved over what somebody else did. */
  readonly #keepMine = async () => {
    const answer = await getEmbed(this.context.api)
    if (!answer.ok || !this.draft) {
      if (!answer.ok) this.failure = answer
      return
    }
    this.view = answer.value
    this.#change({ ...this.draft, revision: answer.value.revision })
    await this.#save()
  }
}

const section = (id: string, title: string, content: unknown) =>
  html`<section class="panel" aria-labelledby="embed-${id}">
    <h2 id="embed-${id}">${title}</h2>
    ${content}
  </section>`
