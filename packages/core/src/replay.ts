import { answer } from './answer.ts'
import { assert } from './assert.ts'
import { call } from './call.ts'
import type { Commitment } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { fileTicket } from './file-ticket.ts'
import { handOff } from './hand-off.ts'
import { hold } from './hold.ts'
import { isRefusal, performAct } from './perform-act.ts'
import { recordMisses } from './record-misses.ts'
import { addResolution } from './resolve.ts'
import { resume } from './resume.ts'
import { setFacts } from './set-facts.ts'
import { setKind } from './set-kind.ts'
import { setPriority } from './set-priority.ts'
import type { Change, EventData, Refusal, StaffActor, TicketEvent, TicketState } from './ticket-state.ts'
import { wait } from './wait.ts'
import { withdraw } from './withdraw.ts'

const nobody: StaffActor = { type: 'staff', id: '' }

/**
 * How a request would stand at an instant if another commitment had been in force when it was filed: what people did
 * is done again, at the same instants, and everything that follows from the rules follows anew. What was done about
 * its remedies is left out, because they would have been others.
 * @throws {Error} when the history does not begin with a filing.
 */
export function replay(history: readonly TicketEvent[], commitment: Commitment, until: Date): TicketState {
  const [first] = history
  assert(first?.data.type === 'filed', 'A history begins with the filing')
  const { data, at, by } = first
  const request = { ...data, callbackFrom: callbackFrom(history) }
  let state = fileTicket(request, commitment, at, by).after
  for (const [place, event] of history.entries()) {
    if (place === 0) continue
    if (event.at > until) break
    const done = redo(state, event, { commitment, history, place })
    if (done && !isRefusal(done)) state = done.after
  }
  return recordMisses(state, commitment, until)?.after ?? state
}

type Replayed = {
  readonly commitment: Commitment
  readonly history: readonly TicketEvent[]
  /** Of the event in the history. */
  readonly place: number
}

/** Undefined for an event that only followed from another one, or that no clock depends on. */
function redo(
  before: TicketState,
  { data, at, by: actor }: TicketEvent,
  { commitment, history, place }: Replayed,
): Change | Refusal | undefined {
  const by = actor.type === 'staff' ? actor : nobody
  switch (data.type) {
    case 'answered':
      return answer(before, { messageId: data.messageId, by }, commitment, at)
    case 'customer_replied':
      return customerReply(before, { messageId: data.messageId }, commitment, at)
    case 'call_made':
      return call(before, { reached: data.reached, by }, commitment, at)
    case 'priority_set':
      return setPriority(
        before,
        { priority: data.to, reason: data.reason ?? 'other', history: history.slice(0, place), by },
        commitment,
        at,
      )
    case 'kind_set':
      return setKind(
        before,
        {
          kind: data.to,
          reason: data.reason,
          history: history.slice(0, place),
          callbackFrom: callbackFrom(history),
          by,
        },
        commitment,
        at,
      )
    case 'facts_set':
      return setFacts(before, { facts: data.facts, by }, commitment, at)
    case 'handed_off':
      return handOff(before, { ...data, by: actor }, commitment, at)
    case 'waited':
      return wait(before, { by: actor }, commitment, at)
    case 'held':
      return hold(before, { by: actor }, commitment, at)
    case 'resumed':
      return resume(before, { by: actor }, commitment, at)
    default:
      return redoEnd(before, { data, at, by: actor }, commitment)
  }
}

/** An end was an end, whatever another commitment would have asked for first. */
function redoEnd(
  before: TicketState,
  { data, at, by }: Omit<TicketEvent, 'sequence'>,
  commitment: Commitment,
): Change | Refusal | undefined {
  if (data.type === 'closed') {
    return performAct('close', { before, by, commitment, now: at }, (draft) => draft.add(data))
  }
  if (data.type !== 'resolved') return undefined
  if (data.outcome === 'withdrawn') return withdraw(before, commitment, at)
  return performAct('resolve', { before, by, commitment, now: at }, (draft) => addResolution(draft, data))
}

/** The call was agreed for an instant that only the clock of a call tells. */
function callbackFrom(history: readonly TicketEvent[]): Date | undefined {
  const isCall = ({ data }: TicketEvent) =>
    data.type === 'deadline_started' && data.milestone === 'callback_made'
  const data: EventData | undefined = history.find(isCall)?.data
  return data?.type === 'deadline_started' ? data.startedAt : undefined
}
