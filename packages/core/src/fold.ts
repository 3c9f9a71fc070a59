import { assert } from './assert.ts'
import { applyToDeadlines } from './fold-deadlines.ts'
import { applyToRemedies } from './fold-remedies.ts'
import { present } from './present.ts'
import type { EventData, Ticket, TicketEvent, TicketState } from './ticket-state.ts'
import { type Act, statusAfter } from './transitions.ts'

type FiledData = Extract<EventData, { type: 'filed' }>

/** A ticket is nothing but this fold of its events; its row only remembers the result. */
export function foldEvents(events: Iterable<TicketEvent>): TicketState {
  let state: TicketState | undefined
  for (const event of events) state = applyEvent(state, event)
  assert(state, 'A ticket has at least the event of its filing')
  return state
}

/** @throws {Error} when the event can't follow: a gap in the sequence, or an act that its status does not allow. */
export function applyEvent(state: TicketState | undefined, event: TicketEvent): TicketState {
  assert(event.sequence === (state?.sequence ?? 0) + 1, `Event ${event.sequence} is out of sequence`)
  const { data } = event
  if (data.type === 'filed') {
    assert(!state, 'A ticket is filed once')
    return { ticket: filed(data, event.at), deadlines: [], remedies: [], sequence: event.sequence }
  }
  assert(state, 'The first event of a ticket is its filing')
  return {
    ticket: applyToTicket(withStatus(state.ticket, data), event),
    deadlines: applyToDeadlines(state.deadlines, event),
    remedies: applyToRemedies(state.remedies, event),
    sequence: event.sequence,
  }
}

function filed({ type: _, ...data }: FiledData, at: Date): Ticket {
  return { ...data, status: 'new', handOffs: 0, facts: {}, filedAt: at }
}

function withStatus(ticket: Ticket, data: EventData): Ticket {
  const act = actOf(data)
  if (!act) return ticket
  const status = statusAfter(ticket.status, act)
  assert(status, `A ticket that is ${ticket.status} does not allow ${act}`)
  return status === ticket.status ? ticket : { ...ticket, status }
}

const actOfEvent: Partial<Record<EventData['type'], Act>> = {
  answered: 'answer',
  customer_replied: 'customer_reply',
  noted: 'note',
  call_made: 'call',
  priority_set: 'set_priority',
  kind_set: 'set_kind',
  facts_set: 'set_facts',
  remedy_chosen: 'choose_remedy',
  remedy_settled: 'settle_remedy',
  remedy_waived: 'waive_remedy',
  remedy_disputed: 'dispute_remedy',
  rated: 'rate',
  plan_set: 'plan',
  handed_off: 'hand_off',
  waited: 'wait',
  held: 'hold',
  resumed: 'resume',
  closed: 'close',
}

function actOf(data: EventData): Act | undefined {
  if (data.type === 'resolved') return data.outcome === 'withdrawn' ? 'withdraw' : 'resolve'
  return actOfEvent[data.type]
}

function applyToTicket(ticket: Ticket, { at, by, data }: TicketEvent): Ticket {
  switch (data.type) {
    case 'answered': {
      // Whoever answers first answers for it, so that nobody has to claim a ticket before helping.
      const ownerId = ticket.ownerId ?? (by.type === 'staff' ? by.id : undefined)
      return { ...ticket, ...present({ ownerId }), firstRepliedAt: ticket.firstRepliedAt ?? at }
    }
    case 'priority_set':
      return { ...ticket, priority: data.to }
    case 'kind_set':
      return { ...ticket, kind: data.to }
    case 'facts_set':
      return { ...ticket, facts: { ...ticket.facts, ...data.facts } }
    case 'handed_off': {
      const { ownerId: _, ...rest } = ticket
      const handOffs = ticket.handOffs + 1
      return { ...rest, departmentId: data.toDepartment, ...present({ ownerId: data.toOwner }), handOffs }
    }
    case 'resolved':
      return { ...ticket, outcome: data.outcome, ...present({ exclusion: data.exclusion }), resolvedAt: at }
    case 'reopened': {
      const { outcome: _outcome, exclusion: _exclusion, resolvedAt: _resolvedAt, ...rest } = ticket
      return rest
    }
    case 'rated': {
      const { type: _, ...rating } = data
      return { ...ticket, rating: { ...rating, at } }
    }
    case 'closed':
      return { ...ticket, closedAt: at }
    default:
      return ticket
  }
}
