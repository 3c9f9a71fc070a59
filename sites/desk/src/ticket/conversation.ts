import type { DeskTicket, RatingView } from '@camket/contracts'
import { describeRatingLevel, describeRatingReason } from '@camket/core/describe-rating'
import { kindName } from '@camket/core/names'
import type { Kind } from '@camket/core/vocabulary'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskContext, departmentName, staffName } from '../desk-context.ts'
import { fullInstant, shortInstant } from '../words/when.ts'

type Message = DeskTicket['messages'][number]
type HistoryEntry = DeskTicket['history'][number]

/** Messages and what happened between them, in the order of time. */
export function conversation(context: DeskContext, ticket: DeskTicket): TemplateResult {
  const items = [
    ...ticket.messages.map((message) => ({ at: message.at, draw: () => drawMessage(context, message) })),
    ...ticket.history
      .filter(({ event }) => tellsSomething.has(event.type))
      .map((entry) => ({ at: entry.at, draw: () => drawEvent(context, entry, ticket) })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return html`<ol class="conversation" aria-label=${context.words.ticket.conversation}>
    ${items.map(({ draw }) => draw())}
  </ol>`
}

/** The rest is seen in the history: messages tell of themselves, clocks are shown beside. */
const tellsSomething = new Set([
  'filed',
  'call_made',
  'priority_set',
  'handed_off',
  'waited',
  'held',
  'resolved',
  'reopened',
  'closed',
  'deadline_missed',
  'remedy_owed',
  'remedy_chosen',
  'remedy_settled',
  'remedy_waived',
  'remedy_disputed',
  'remedy_expired',
  'kind_set',
  'rated',
])

function drawMessage(context: DeskContext, message: Message) {
  const { words } = context
  const note = message.visibility === 'note'
  const side = note ? 'note' : message.from === 'staff' ? 'us' : 'them'
  return html`<li class="message ${side}">
    <p class="who">${note ? `${words.ticket.internalNote} · ` : ''}${message.name} · ${instant(context, message.at)}</p>
    <p class="words">${message.text}</p>
    ${
      message.attachments.length > 0
        ? html`<ul class="attachments">
          ${message.attachments.map((file) => drawFile(context, file))}
        </ul>`
        : nothing
    }
  </li>`
}

function drawFile({ words }: DeskContext, file: Message['attachments'][number]) {
  return html`<li>
    <a href=${file.url} download=${file.name} aria-label=${words.ticket.download(file.name)}>
      ${file.previewUrl ? html`<img src=${file.previewUrl} alt="" loading="lazy" width="72" height="72" />` : nothing}
      <span>${file.name}</span>
    </a>
  </li>`
}

function drawEvent(context: DeskContext, entry: HistoryEntry, { rating }: DeskTicket) {
  // Only the last rating's words are kept.
  const comment = entry.event.type === 'rated' && entry.at === rating?.at ? rating.comment : undefined
  return html`<li class="event">
    ${instant(context, entry.at)} · ${eventWords(context, entry)}
    ${comment ? html`<p class="words">${comment}</p>` : nothing}
  </li>`
}

/** One line of the history in words. */
function eventWords(context: DeskContext, { event, by }: HistoryEntry): string {
  const { words, locale } = context
  const text = (name: string) => (typeof event[name] === 'string' ? (event[name] as string) : '')
  const what = (words.event as Record<string, string>)[event.type] ?? event.type
  const details = {
    filed: () => words.ticket.filedUnder(Number(event.commitmentVersion)),
    priority_set: () =>
      withReason(
        context,
        event,
        `${wordOf(words.priority, event.from)} → ${wordOf(words.priority, event.to)}`,
      ),
    kind_set: () =>
      withReason(
        context,
        event,
        `${kindName(event.from as Kind, locale)} → ${kindName(event.to as Kind, locale)}`,
      ),
    handed_off: () =>
      [
        `${departmentName(context, text('fromDepartment'))} → ${departmentName(context, text('toDepartment'))}`,
        event.toOwner ? staffName(context, text('toOwner')) : '',
        context.me.handOffReasons.find(({ code }) => code === event.reason)?.text ?? text('reason'),
      ]
        .filter(Boolean)
        .join(' · '),
    resolved: () => wordOf(words.outcome, event.outcome),
    call_made: () => (event.reached ? words.act.callReached : words.act.callMissed),
    deadline_started: () => wordOf(words.milestone, event.milestone),
    rated: () => {
      const { level, about, cause } = event as { [K in keyof RatingView]?: unknown } as RatingView
      return [describeRatingLevel(level, locale), describeRatingReason({ about, cause }, locale)]
        .filter(Boolean)
        .join(' · ')
    },
  }[event.type as string]
  const who = by.type === 'staff' && by.id ? staffName(context, by.id) : words.ticket.by[by.type]
  return [what, details?.() ?? '', by.type === 'system' ? '' : who].filter(Boolean).join(' · ')
}

function withReason({ words }: DeskContext, event: HistoryEntry['event'], change: string): string {
  return event.reason === undefined ? change : `${change} (${wordOf(words.change.reasons, event.reason)})`
}

const wordOf = (list: Readonly<Record<string, string>>, code: unknown): string =>
  list[String(code)] ?? String(code)

function instant({ locale, me }: DeskContext, at: string) {
  const { timeZone } = me.merchant
  return html`<time datetime=${at} title=${fullInstant(at, locale, timeZone)}>${shortInstant(at, locale, timeZone)}</time>`
}

/** Everything that happened, line by line. */
export function history(context: DeskContext, ticket: DeskTicket): TemplateResult {
  return html`<details class="history">
    <summary>${context.words.ticket.history} (${ticket.history.length})</summary>
    <ol>
      ${ticket.history.map((entry) => html`<li>${instant(context, entry.at)} ${eventWords(context, entry)}</li>`)}
    </ol>
  </details>`
}
