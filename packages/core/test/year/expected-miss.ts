import type { Deadline, TicketEvent } from '../../src/ticket-state.ts'
import type { SlowCalendar } from './slow-calendar.ts'

type Span = { readonly from: number; readonly to: number }
export type Stands = { readonly waiting: readonly Span[]; readonly resolved: readonly Span[] }

/** When a request waited and when it was resolved, told only from what people did. */
export function standsOf(events: readonly TicketEvent[]): Stands {
  const spans = { waiting: [] as Span[], resolved: [] as Span[] }
  let status: 'waiting' | 'resolved' | 'other' = 'other'
  let since = 0
  for (const { at, data } of events) {
    const next = statusAfter(status, data.type)
    if (next === status) continue
    if (status !== 'other') spans[status].push({ from: since, to: at.getTime() })
    status = next
    since = at.getTime()
  }
  if (status !== 'other') spans[status].push({ from: since, to: Number.POSITIVE_INFINITY })
  return spans
}

function statusAfter(status: 'waiting' | 'resolved' | 'other', type: string) {
  if (type === 'waited') return 'waiting'
  if (type === 'resolved') return 'resolved'
  if (type === 'reopened' || type === 'held' || type === 'resumed') return 'other'
  return type === 'customer_replied' && status === 'waiting' ? 'other' : status
}

const clocksThatRest = ['resolution', 'callback_made']

/** The instant at which a deadline was missed, by the second opinion; undefined while it is not. */
export function expectedMiss(
  deadline: Deadline,
  { waiting, resolved }: Stands,
  { calendar, now }: { readonly calendar: SlowCalendar; readonly now: number },
): number | undefined {
  const { milestone, startedAt, within, internal } = deadline
  const pausable = milestone !== 'first_reply' && milestone !== 'remedy_settled'
  const rests = clocksThatRest.includes(milestone) && !internal ? resolved : []
  const stands = pausable ? [...waiting, ...rests].sort((a, b) => a.from - b.from) : []
  const due = calendar.due(startedAt, within, stands)
  const ends = [deadline.metAt?.getTime(), deadline.excluded?.at.getTime(), now]
  const ended = Math.min(...ends.filter((end) => end !== undefined))
  return due !== undefined && due < ended ? due : undefined
}
