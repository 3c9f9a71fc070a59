import type { DeskRemedy, DeskTicket } from '@camket/contracts'
import {
  type Failure,
  getDeskTicket,
  type Result,
  recordCall,
  setPlan,
  setStatus,
} from '@camket/contracts/client'
import { html, nothing, type PropertyValues } from 'lit'
import { type DeskContext, mayAct } from '../desk-context.ts'
import { type RemedyAct, ticketRemedies } from '../owed/ticket-remedies.ts'
import { isOpen } from '../owed/what-is-owed.ts'
import { LightElement } from '../parts/light-element.ts'
import { Poll } from '../parts/poll.ts'
import { Shortcuts } from '../parts/shortcuts.ts'
import { problemWords } from '../words/problem-words.ts'
import { conversation, history } from './conversation.ts'
import { factLabel, factValue } from './fact-words.ts'
import { facts } from './facts.ts'
import type { ReplyBox } from './reply-box.ts'

const refreshMillis = 10_000

/** Each with the act that it does. */
const dialogs = {
  resolve: 'resolve',
  handOff: 'hand_off',
  kind: 'set_kind',
  priority: 'set_priority',
  facts: 'set_facts',
} as const
type Dialog = keyof typeof dialogs

/** One request: conversation in the middle, facts beside it, the acts that its status allows. */
export class TicketView extends LightElement {
  static override properties = {
    context: { attribute: false },
    code: {},
    backTo: {},
    ticket: { state: true },
    failure: { state: true },
    notice: { state: true },
    now: { state: true },
    dialog: { state: true },
    remedyId: { state: true },
    editsPlan: { state: true },
    busy: { state: true },
  }
  declare context: DeskContext
  declare code: string
  declare backTo: string
  declare ticket: DeskTicket | undefined
  declare failure: Failure | undefined
  declare notice: string | undefined
  declare now: Date
  declare dialog: Dialog | RemedyAct | undefined
  /** Of a dialog about something that is owed: which. */
  declare remedyId: string | undefined
  declare editsPlan: boolean
  declare busy: boolean
  #loads = 0

  constructor() {
    super()
    this.now = new Date()
    this.editsPlan = false
    this.busy = false
    this.addEventListener('ticket-change', (event) => this.#adopt((event as CustomEvent<DeskTicket>).detail))
    this.addEventListener('ticket-stale', () => this.refresh())
    new Poll(this, refreshMillis, () => this.refresh())
    new Shortcuts(this, {
      r: () => this.#reply('reply'),
      n: () => this.#reply('note'),
      e: () => this.#openDialog('resolve'),
      h: () => this.#openDialog('handOff'),
      p: () => this.#openDialog('priority'),
      t: () => this.#openDialog('kind'),
      f: () => this.#openDialog('facts'),
      w: () => this.#can('wait') && this.#setStatus('waiting'),
      s: () => this.#settleNext(),
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('code')) return
    this.ticket = undefined
    this.failure = this.notice = this.dialog = undefined
    this.editsPlan = false
    void this.refresh()
  }

  async refresh(): Promise<void> {
    const load = ++this.#loads
    const { code } = this
    const result = await getDeskTicket(this.context.api, code, { locale: this.context.locale })
    if (load !== this.#loads || code !== this.code) return
    this.now = new Date()
    if (result.ok) this.#show(result.value)
    else if (result.problem.code === 'sign_in_needed')
      this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
    else if (!this.ticket || result.problem.status !== 0) this.failure = result
  }

  /** The newest words are what one comes for; somebody who reads further up is left there. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('ticket') || !this.ticket) return
    const before = changed.get('ticket')
    const scroll = this.querySelector('.scroll')
    if (scroll && before?.messages.length !== this.ticket.messages.length)
      scroll.scrollTop = scroll.scrollHeight
  }

  /** An unchanged ticket keeps its object, so that nothing is drawn or judged anew. */
  #show(ticket: DeskTicket): void {
    this.failure = undefined
    // What is owed grows with time alone.
    const owes = ({ remedies }: DeskTicket) => JSON.stringify(remedies)
    if (this.ticket?.sequence !== ticket.sequence || owes(this.ticket) !== owes(ticket)) this.ticket = ticket
  }

  #adopt(ticket: DeskTicket): void {
    this.#loads++
    this.now = new Date()
    this.ticket = ticket
    this.dispatchEvent(new CustomEvent('inbox-stale', { bubbles: true }))
  }

  protected override render() {
    const { words } = this.context
    if (this.failure) {
      return html`<div class="pad" role="alert">
        <p class="failure">${problemWords(this.failure, words.problem)}</p>
        <p><wa-button appearance="outlined" @click=${() => this.refresh()}>${words.problem.retry}</wa-button> <a href=${this.backTo}>${words.ticket.back}</a></p>
      </div>`
    }
    const { ticket } = this
    if (!ticket) return html`<p class="quiet pad" role="status">${words.inbox.loading}</p>`
    return html`
      <section class="ticket" aria-labelledby="ticket-title">
        ${this.#head(ticket)}
        <div class="scroll">${conversation(this.context, ticket)} ${history(this.context, ticket)}</div>
        ${this.#foot(ticket)}
      </section>
      <aside class="facts" aria-label=${words.ticket.deadlines}>
        ${facts(this.context, ticket, this.now, ticketRemedies(this.context, ticket, this.#actOnRemedy))} ${this.#plan(ticket)} ${this.#numbers(ticket)} ${this.#changes(ticket)} ${this.#links(ticket)}
      </aside>
      <camket-resolve-dialog
        .context=${this.context}
        .ticket=${ticket}
        ?open=${this.dialog === 'resolve'}
        @dialog-close=${this.#closeDialog}
      ></camket-resolve-dialog>
      <camket-hand-off-dialog
        .context=${this.context}
        .ticket=${ticket}
        ?open=${this.dialog === 'handOff'}
        @dialog-close=${this.#closeDialog}
      ></camket-hand-off-dialog>
      <camket-rematch-dialog
        .context=${this.context}
        .ticket=${ticket}
        .what=${this.dialog === 'kind' ? 'kind' : 'priority'}
        ?open=${this.dialog === 'kind' || this.dialog === 'priority'}
        @dialog-close=${this.#closeDialog}
      ></camket-rematch-dialog>
      <camket-facts-dialog
        .context=${this.context}
        .ticket=${ticket}
        ?open=${this.dialog === 'facts'}
        @dialog-close=${this.#closeDialog}
      ></camket-facts-dialog>
      <camket-settle-dialog
        .context=${this.context}
        .ticket=${ticket}
        .remedyId=${this.remedyId}
        ?open=${this.dialog === 'settle'}
        @dialog-close=${this.#closeDialog}
      ></camket-settle-dialog>
      <camket-waive-dialog
        .context=${this.context}
        .ticket=${ticket}
        .remedyId=${this.remedyId}
        ?open=${this.dialog === 'waive'}
        @dialog-close=${this.#closeDialog}
      ></camket-waive-dialog>
    `
  }

  #head(ticket: DeskTicket) {
    const { words } = this.context
    const status = ticket.outcome
      ? `${words.status[ticket.status]}: ${words.outcome[ticket.outcome]}`
      : words.status[ticket.status]
    return html`<div class="ticket-head">
      <a class="back" href=${this.backTo}>‹ ${words.ticket.back}</a>
      <h1 id="ticket-title" tabindex="-1">${ticket.subject}</h1>
      <p class="quiet">
        <code>${ticket.code}</code> · ${words.kind[ticket.kind]} · ${status}${
          ticket.priority === 'normal'
            ? ''
            : ` · ${words.ticket.priority.toLowerCase()} ${words.priority[ticket.priority]}`
        }
        ${
          ticket.coverage
            ? html`<span class="state ${ticket.coverage.state === 'covered' ? 'kept' : 'paused'}">${words.coverage[ticket.coverage.state]}</span>`
            : nothing
        }
      </p>
    </div>`
  }

  #foot(ticket: DeskTicket) {
    const { words } = this.context
    if (!mayAct(this.context)) return html`<p class="pad quiet">${words.act.readOnly}</p>`
    const button = (act: string, label: string, run: () => unknown) =>
      this.#can(act)
        ? html`<wa-button appearance="outlined" size="s" ?disabled=${this.busy} @click=${run}>${label}</wa-button>`
        : nothing
    return html`<div class="ticket-acts" role="group" aria-label=${words.act.more}>
        ${button('resolve', words.act.resolve, () => this.#openDialog('resolve'))}
        ${button('hand_off', words.act.handOff, () => this.#openDialog('handOff'))}
        ${button('wait', words.act.wait, () => this.#setStatus('waiting'))}
        ${button('hold', words.act.hold, () => this.#setStatus('on_hold'))}
        ${button('resume', words.act.resume, () => this.#setStatus('open'))}
        ${
          ticket.remedies.some(isOpen)
            ? this.#notClosable()
            : button('close', words.act.close, () => this.#setStatus('closed'))
        }
        ${
          ticket.kind === 'callback'
            ? html`${button('call', words.act.callReached, () => this.#call(true))}
            ${button('call', words.act.callMissed, () => this.#call(false))}`
            : nothing
        }
        <span class="small" role="status">${this.notice ?? ''}</span>
      </div>
      <camket-reply-box .context=${this.context} .ticket=${ticket} .now=${this.now}></camket-reply-box>`
  }

  #notClosable() {
    const { owed } = this.context.words
    return this.#can('close')
      ? html`<button class="plain" @click=${() => this.querySelector<HTMLElement>('#remedies')?.focus()}>${owed.notClosable}</button>`
      : nothing
  }

  readonly #actOnRemedy = (act: RemedyAct | 'facts', { id }: DeskRemedy) => {
    if (act === 'facts') return this.#openDialog('facts')
    this.remedyId = id
    this.dialog = act
  }

  #settleNext(): void {
    const remedy = this.ticket?.remedies.find((one) => isOpen(one) && !one.grows)
    if (remedy && this.#can('settle_remedy')) this.#actOnRemedy('settle', remedy)
  }

  #plan(ticket: DeskTicket) {
    const { words } = this.context
    const { resolutionPlan } = ticket
    return html`<section>
      <h2>${words.ticket.plan}</h2>
      ${
        this.editsPlan
          ? html`<form @submit=${this.#savePlan}>
            <wa-textarea
              name="text"
              label=${words.ticket.plan}
              hint=${words.ticket.planHint}
              rows="4"
              resize="auto"
              .value=${resolutionPlan ?? ''}
            ></wa-textarea>
            <div class="acts">
              <wa-button size="s" type="submit" variant="brand" ?loading=${this.busy}>${words.ticket.savePlan}</wa-button>
              <wa-button appearance="outlined" size="s" @click=${() => (this.editsPlan = false)}>${words.act.cancel}</wa-button>
            </div>
          </form>`
          : html`<p class=${resolutionPlan ? 'words' : 'quiet'}>${resolutionPlan ?? words.ticket.planNone}</p>
            ${
              mayAct(this.context) && this.#can('plan')
                ? html`<p><button class="plain" @click=${() => (this.editsPlan = true)}>${words.ticket.edit}</button></p>`
                : nothing
            }`
      }
    </section>`
  }

  #numbers(ticket: DeskTicket) {
    const { words } = this.context
    const known = Object.entries(ticket.facts)
    const mayNote = this.#can('set_facts')
    if (known.length === 0 && !mayNote) return nothing
    return html`<section>
      <h2>${words.change.facts}</h2>
      ${
        known.length === 0
          ? html`<p class="quiet">${words.change.factsNone}</p>`
          : html`<dl>
            ${known.map(
              ([name, value]) =>
                html`<dt>${factLabel(this.context, name)}</dt>
                  <dd>${factValue(this.context, name, value, ticket.currency)}</dd>`,
            )}
          </dl>`
      }
      ${
        mayNote
          ? html`<p><button class="plain" @click=${() => this.#openDialog('facts')}>${words.change.factsEdit}</button></p>`
          : nothing
      }
    </section>`
  }

  #changes(ticket: DeskTicket) {
    const { words } = this.context
    const line = (label: string, value: string, dialog: 'kind' | 'priority', button: string) =>
      html`<p>
        <span class="quiet">${label}</span> ${value}
        ${
          this.#can(dialogs[dialog])
            ? html`<button class="plain" @click=${() => this.#openDialog(dialog)}>${button}</button>`
            : nothing
        }
      </p>`
    return html`<section class="changes">
      ${line(words.change.kind, words.kind[ticket.kind], 'kind', words.change.kindButton)}
      ${line(words.ticket.priority, words.priority[ticket.priority], 'priority', words.change.priorityButton)}
    </section>`
  }

  #links(ticket: DeskTicket) {
    const { words } = this.context
    return html`<section class="quiet small">
      <p>${words.ticket.filedUnder(ticket.commitmentVersion)}</p>
      <p><a href="/${ticket.merchant}/requests/${ticket.code}" target="_blank" rel="noreferrer">${words.ticket.publicPage}</a></p>
      ${ticket.page ? html`<p>${words.ticket.page}: <a href=${ticket.page} target="_blank" rel="noreferrer">${ticket.page}</a></p>` : nothing}
    </section>`
  }

  #can(act: string): boolean {
    return mayAct(this.context) && (this.ticket?.acts.includes(act) ?? false)
  }

  #openDialog(dialog: Dialog): void {
    if (this.#can(dialogs[dialog])) this.dialog = dialog
  }

  readonly #closeDialog = () => {
    this.dialog = undefined
  }

  #reply(mode: 'reply' | 'note'): void {
    void this.querySelector<ReplyBox>('camket-reply-box')?.write(mode)
  }

  #setStatus(status: 'open' | 'waiting' | 'on_hold' | 'closed') {
    return this.#act((code) => setStatus(this.context.api, code, { status }))
  }

  #call(reached: boolean) {
    return this.#act((code) => recordCall(this.context.api, code, { reached }))
  }

  readonly #savePlan = async (event: SubmitEvent) => {
    event.preventDefault()
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '')
    if (await this.#act((code) => setPlan(this.context.api, code, { text }))) this.editsPlan = false
  }

  /** @returns whether it was done; a refusal is told beside the acts. */
  async #act(call: (code: string) => Promise<Result<DeskTicket>>): Promise<boolean> {
    const { words } = this.context
    this.busy = true
    this.notice = undefined
    const result = await call(this.code)
    this.busy = false
    this.notice = result.ok ? words.act.done : problemWords(result, words.problem)
    if (result.ok) this.#adopt(result.value)
    else if (result.problem.code === 'ticket_changed') void this.refresh()
    return result.ok
  }
}
