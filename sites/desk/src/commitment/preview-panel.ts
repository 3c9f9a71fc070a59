import type { DraftPreview, PreviewDraftInput } from '@camket/contracts'
import { type Failure, previewDraft } from '@camket/contracts/client'
import { describeMoney } from '@camket/core/describe-money'
import { instantAt } from '@camket/core/instant-at'
import { channels, customerTiers, customerTypes, kinds, priorities } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { LightElement } from '../parts/light-element.ts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { problemWords } from '../words/problem-words.ts'
import { fullInstant, shortInstant } from '../words/when.ts'
import { todayIn } from './four-weeks.ts'

const late_minutes = [1, 1_440, 4_320, 10_080]

/** A made-up request: what the draft would promise it, and owe so long after each deadline. */
export class PreviewPanel extends LightElement {
  static override properties = {
    context: { attribute: false },
    words: { attribute: false },
    flush: { attribute: false },
    preview: { state: true },
    failure: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare words: CommitmentWords
  /** Saves what is not saved yet. */
  declare flush: () => Promise<boolean>
  declare preview: DraftPreview | undefined
  declare failure: Failure | undefined
  declare busy: boolean

  constructor() {
    super()
    this.busy = false
  }

  protected override render() {
    const { words } = this
    const { words: desk, me } = this.context
    const named = <T extends string>(all: readonly T[], names: Record<T, string>) =>
      all.map((one) => [one, names[one]] as const)
    const today = todayIn(me.merchant.timeZone, new Date())
    return html`<p class="quiet">${words.previewLead}</p>
      <form class="panel" @submit=${this.#submit}>
        <div class="grid">
          ${select('kind', words.kind, named(kinds, desk.kind))}
          ${select('priority', words.priority, named(priorities, desk.priority), 'normal')}
          ${select('customerType', words.customerType, named(customerTypes, desk.customerType))}
          ${select('customerTier', words.customerTier, [['', words.any], ...customerTiers.map((tier) => [tier, tier] as const)])}
          ${select('channel', words.channel, named(channels, desk.channel))}
          <div class="field"><label for="try-category">${words.category}</label><input id="try-category" name="category" autocomplete="off" /></div>
          <div class="field"><label for="try-date">${words.filedOn}</label><input id="try-date" name="date" type="date" value=${today} required /></div>
          <div class="field"><label for="try-time">${words.filedTime}</label><input id="try-time" name="time" type="time" value="09:00" required /></div>
          <div class="field wide">
            <label for="try-facts">${words.facts}</label>
            <textarea id="try-facts" name="facts" rows="2" spellcheck="false" aria-describedby="try-facts-hint"></textarea>
            <small class="quiet" id="try-facts-hint">${words.factsHint}</small>
          </div>
        </div>
        <div class="acts"><wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.showPreview}</wa-button></div>
      </form>
      ${this.#answer()}`
  }

  #answer() {
    const { words, failure, preview } = this
    if (failure) {
      const told =
        failure.problem.code === 'invalid_body' && failure.problem.errors
          ? words.previewFaulty
          : problemWords(failure, this.context.words.problem)
      return html`<p class="failure" role="alert">${told}</p>`
    }
    if (!preview) return nothing
    if (preview.deadlines.length === 0) return html`<p role="status">${words.previewNone}</p>`
    return html`<ul class="previewed" aria-live="polite">
      ${preview.deadlines.map((deadline) => this.#deadline(deadline))}
    </ul>`
  }

  #deadline({ pledge, milestone, dueAt, owed }: DraftPreview['deadlines'][number]) {
    const { words } = this
    const { locale, me, words: desk } = this.context
    return html`<li class="panel">
      <p>
        <b>${desk.milestone[milestone]}</b>
        <time datetime=${dueAt} title=${fullInstant(dueAt, locale, me.merchant.timeZone)}>
          ${words.due(shortInstant(dueAt, locale, me.merchant.timeZone))}
        </time>
        <span class="quiet small">${pledge}${milestone === 'next_reply' ? ` · ${words.asIfAsked}` : ''}</span>
      </p>
      ${
        owed.length === 0
          ? html`<p class="quiet">${words.owesNothing}</p>`
          : html`<dl class="owed-lines">
            ${owed.map(
              ({ late_minutes: late, amount, lines, factsNeeded }) => html`<div>
                <dt>${words.ifLate(words.lates[late] ?? String(late))}</dt>
                <dd>
                  ${amount ? html`<b>${describeMoney(amount, locale)}</b>` : nothing}
                  <span class="quiet small">${lines.join(' · ')}</span>
                  ${factsNeeded.length > 0 ? html`<span class="quiet">${words.factsMissing(factsNeeded.join(', '))}</span>` : nothing}
                </dd>
              </div>`,
            )}
          </dl>`
      }
    </li>`
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    const form = new FormData(event.target as HTMLFormElement)
    await this.flush()
    const { api, locale, me } = this.context
    const answer = await previewDraft(api, bodyOf(form, me.merchant.timeZone), { locale })
    this.busy = false
    this.failure = answer.ok ? undefined : answer
    this.preview = answer.ok ? answer.value : undefined
  }
}

function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen = options[0]?.[0],
) {
  return html`<div class="field">
    <label for="try-${name}">${label}</label>
    <select id="try-${name}" name=${name}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`
}

function bodyOf(form: FormData, timeZone: string): PreviewDraftInput {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const filedAt = instantAt(text('date'), text('time'), timeZone) ?? new Date()
  const members = ['kind', 'priority', 'customerType', 'customerTier', 'channel', 'category']
  const said = members.flatMap((name) => (text(name) === '' ? [] : [[name, text(name)] as const]))
  const facts = [...text('facts').matchAll(/^\s*([a-z][a-z0-9_]*)\s*[=:]\s*(\d{1,15})\s*$/gm)].map(
    ([, name = '', value]) => [name, Number(value)] as const,
  )
  return {
    request: {
      ...Object.fromEntries(said),
      ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    } as PreviewDraftInput['request'],
    filedAt: filedAt.toISOString(),
    late_minutes,
  }
}
