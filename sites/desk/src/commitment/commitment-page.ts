import type { DraftFault, Publication, TemplateList } from '@camket/contracts'
import { discardDraft, type Failure, getTemplates } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import { type DeskContext, maySetUp } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import { commitmentEn } from '../strings/commitment-en.ts'
import { type CommitmentWords, commitmentVi } from '../strings/commitment-vi.ts'
import { problemWords } from '../words/problem-words.ts'
import { shortInstant } from '../words/when.ts'
import { basics, templateChoice } from './basics.ts'
import { calendarForms } from './calendar-form.ts'
import { clauseLists } from './clause-lists.ts'
import { compareWorks } from './compare.ts'
import { changeList } from './compare-panel.ts'
import { DraftSaver } from './draft-saver.ts'
import type { Editor, Work } from './editor.ts'
import { faultList, showFault } from './fault-list.ts'
import { type Part, partOf } from './fault-words.ts'
import { pledgeList } from './pledge-form.ts'
import { listAt, valueAt, withValue } from './pointer.ts'
import { saveBar } from './save-bar.ts'
import { sentenceOf } from './sentences.ts'

const partKey = 'camket-desk-commitment-part'

/** Where owners and leads write the next version of the commitment, try it, and publish it. */
export class CommitmentPage extends LightElement {
  static override properties = {
    context: { attribute: false },
    loadFailure: { state: true },
    shown: { state: true },
    undo: { state: true },
    templates: { state: true },
    publishing: { state: true },
    published: { state: true },
    actFailure: { state: true },
  }
  declare context: DeskContext
  declare loadFailure: Failure | undefined
  declare shown: Part
  /** What stood before the last thing that was taken away. */
  declare undo: { readonly work: Work; readonly told: string } | undefined
  declare templates: TemplateList['templates'] | 'failed' | undefined
  declare publishing: boolean
  declare published: Publication | undefined
  declare actFailure: Failure | undefined
  #saver: DraftSaver | undefined

  constructor() {
    super()
    this.publishing = false
    this.shown = 'pledges'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const part = sessionStorage.getItem(partKey)
    if (part && part in this.#words.parts) this.shown = part as Part
    this.#saver ??= new DraftSaver(this, {
      api: () => this.context.api,
      merchant: this.context.me.merchant.slug,
      storage: localStorage,
    })
    void this.#load()
  }

  get #words(): CommitmentWords {
    return this.context.locale === 'vi' ? commitmentVi : commitmentEn
  }

  get #isReadOnly(): boolean {
    return !maySetUp(this.context)
  }

  async #load(): Promise<void> {
    this.loadFailure = await this.#saver?.load()
    if (this.loadFailure?.problem.code === 'sign_in_needed') {
      this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
    }
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
    const saver = this.#saver
    if (!saver?.work || !saver.view) return html`<p class="pad" role="status">${words.inbox.loading}</p>`
    return this.#page(saver, this.#editor(saver, saver.work))
  }

  #page(saver: DraftSaver, editor: Editor) {
    const { words } = editor
    return html`<div class="page-head">
        <a class="back" href="/desk/">← ${this.context.words.nav.inbox}</a>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="quiet">${words.lead} ${words.basedOn(saver.view?.basedOnVersion ?? 0)}</p>
        ${editor.readOnly ? html`<p class="told-bad">${words.readOnly}</p>` : nothing} ${this.#told(saver)}
      </div>
      <div class="editor">
        ${this.#partList(editor)}
        <div class="editor-part">${this.#part(saver, editor)}</div>
        <aside class="editor-faults" aria-label=${words.faultsTitle}>
          ${faultList(editor, saver.state, (fault) => this.#show(fault))}
        </aside>
      </div>
      ${saveBar(saver, editor, this.undo?.told, {
        save: () => void saver.flush(),
        undo: this.#takeBack,
        discard: this.#discard,
        publish: this.#openPublish,
      })}
      ${
        editor.readOnly
          ? nothing
          : html`<camket-publish
            .context=${this.context}
            .words=${words}
            .open=${this.publishing}
            .changes=${this.publishing ? this.#changes(saver, editor.work) : []}
            .coming=${saver.view?.coming}
            .revision=${saver.revision}
            @dialog-close=${() => {
              this.publishing = false
            }}
            @published=${(event: CustomEvent<Publication>) => this.#wasPublished(event.detail)}
          ></camket-publish>`
      }`
  }

  #told(saver: DraftSaver) {
    const { locale, me, words: desk } = this.context
    const words = this.#words
    const told = [
      this.published
        ? html`<p class="told-good" role="status">
          ${words.published(this.published.version)}
          <a href="/${me.merchant.slug}" target="_blank" rel="noreferrer">${words.seePage}</a>
        </p>`
        : nothing,
      this.actFailure
        ? html`<p class="failure" role="alert">${problemWords(this.actFailure, desk.problem)}</p>`
        : nothing,
      saver.state === 'refused' && saver.failure
        ? html`<p class="failure" role="alert">${problemWords(saver.failure, desk.problem)}</p>`
        : nothing,
    ]
    if (saver.state !== 'conflict') return told
    const at = saver.changed ? shortInstant(saver.changed.at, locale, me.merchant.timeZone) : ''
    return html`${told}
      <div class="told-bad" role="alert">
        <p>${words.conflict(saver.changed?.by ?? '', at)}</p>
        <p class="acts">
          <button type="button" class="btn" @click=${() => saver.takeTheirs()}>${words.takeTheirs}</button>
          <button type="button" class="btn" @click=${() => saver.keepMine()}>${words.keepMine}</button>
        </p>
      </div>`
  }

  #partList({ words, faults }: Editor) {
    const counts = new Map<Part, number>()
    for (const { pointer } of faults) counts.set(partOf(pointer), (counts.get(partOf(pointer)) ?? 0) + 1)
    const parts = Object.keys(words.parts) as Part[]
    return html`<nav class="editor-parts" aria-label=${words.partsLabel}>
      ${parts.map((part) => {
        const count = counts.get(part) ?? 0
        return html`<button
          type="button"
          aria-current=${this.shown === part ? 'page' : nothing}
          @click=${() => this.#open(part)}
        >
          ${words.parts[part]}
          ${count > 0 ? html`<span class="state missed" aria-label=${words.faultCount(count)}>${count}</span>` : nothing}
        </button>`
      })}
    </nav>`
  }

  #part(saver: DraftSaver, editor: Editor) {
    const { words } = editor
    const heading = html`<h2 tabindex="-1">${words.parts[this.shown]}</h2>`
    switch (this.shown) {
      case 'basics':
        return html`${basics(editor)} ${templateChoice(editor, this.#templates(), () => this.#loadTemplates())}`
      case 'calendars':
        return html`${heading} ${calendarForms(editor, new Date())}`
      case 'pledges':
        return html`${heading} ${pledgeList(editor, 'public')}`
      case 'internal':
        return html`${heading}
          <p class="quiet">${words.internalLead}</p>
          ${pledgeList(editor, 'internal')}`
      case 'texts':
        return clauseLists(editor)
      case 'preview':
        return html`${heading}
          <camket-draft-preview .context=${this.context} .words=${words} .flush=${() => saver.flush()}></camket-draft-preview>`
      case 'compare':
        return html`${heading} ${this.#compare(saver, editor)}`
      case 'lookBack':
        return html`${heading}
          <camket-look-back
            .context=${this.context}
            .words=${words}
            .flush=${() => saver.flush()}
            .revision=${() => saver.revision}
            .sentences=${this.#sentences(saver, editor.work)}
          ></camket-look-back>`
    }
  }

  #editor(saver: DraftSaver, work: Work): Editor {
    const put = (after: Work) => {
      this.published = this.actFailure = undefined
      saver.change(after)
    }
    return {
      context: this.context,
      words: this.#words,
      work,
      faults: saver.faults,
      readOnly: this.#isReadOnly,
      put,
      set: (pointer, value) => put(withValue(saver.work ?? work, pointer, value)),
      putUndoable: (after, told) => {
        this.undo = { work: saver.work ?? work, told }
        put(after)
      },
    }
  }

  #compare(saver: DraftSaver, { words, work }: Editor) {
    const before = saver.view?.coming ?? saver.view?.inForce
    if (!before) return html`<p>${words.compareNone}</p>`
    const changes = this.#changes(saver, work)
    return html`<p class="quiet">${words.compareLead(before.version)}</p>
      ${changes.length === 0 ? html`<p>${words.compareSame}</p>` : changeList(changes, words)}`
  }

  #changes(saver: DraftSaver, work: Work) {
    const before = saver.view?.coming ?? saver.view?.inForce
    const nothingYet = { document: {}, internalPledges: [] }
    return compareWorks(before ?? nothingYet, work, this.context.locale, this.#words)
  }

  /** What each pledge says, also those that only what is published has. */
  #sentences(saver: DraftSaver, work: Work): Map<string, string> {
    const pledges = [saver.view?.inForce ?? undefined, work].flatMap((source) =>
      source ? [...listAt(source, '/document/pledges'), ...source.internalPledges] : [],
    )
    return new Map(
      pledges.flatMap((pledge) => {
        const sentence = sentenceOf(pledge, this.context.locale)
        return sentence ? [[String(valueAt(pledge, '/id')), sentence] as const] : []
      }),
    )
  }

  #open(part: Part): void {
    this.shown = part
    sessionStorage.setItem(partKey, part)
  }

  async #show({ pointer }: DraftFault): Promise<void> {
    this.#open(partOf(pointer))
    await this.updateComplete
    showFault(this, pointer)
  }

  #templates(): TemplateList['templates'] | 'failed' | undefined {
    if (this.templates === undefined) void this.#loadTemplates()
    return this.templates
  }

  #isLoadingTemplates = false
  async #loadTemplates(): Promise<void> {
    if (this.#isLoadingTemplates) return
    this.#isLoadingTemplates = true
    const answer = await getTemplates(this.context.api, { locale: this.context.locale })
    this.#isLoadingTemplates = false
    this.templates = answer.ok ? answer.value.templates : 'failed'
  }

  readonly #takeBack = () => {
    const saver = this.#saver
    if (!this.undo || !saver?.work) return
    const { work } = this.undo
    // What was typed since can be had back the same way.
    this.undo = { work: saver.work, told: this.#words.takenBack }
    saver.change(work)
  }

  readonly #openPublish = async () => {
    this.actFailure = undefined
    if (await this.#saver?.flush()) this.publishing = true
  }

  async #wasPublished(publication: Publication): Promise<void> {
    this.publishing = false
    this.undo = undefined
    await this.#saver?.begin()
    this.published = publication
  }

  readonly #discard = async () => {
    const saver = this.#saver
    if (!saver?.work) return
    const { work } = saver
    await saver.flush()
    if (saver.revision > 0) {
      const answer = await discardDraft(this.context.api, saver.revision)
      if (!answer.ok && answer.problem.code !== 'draft_not_found') {
        this.actFailure = answer
        return
      }
    }
    await saver.begin()
    this.undo = { work, told: this.#words.discarded }
  }
}
