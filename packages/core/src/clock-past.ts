import { applyEvent } from './fold.ts'
import type { EndedPause, TicketEvent, TicketState } from './ticket-state.ts'

/** What a clock that starts only now has to know of the time that it would have run before. */
export type ClockPast = {
  /** When it waited for the customer. */
  readonly waits: readonly EndedPause[]
  readonly waitsSince?: Date
  /** When it was resolved. */
  readonly rests: readonly EndedPause[]
  /** The message of the customer's that nobody has answered yet, behind a first reply. */
  readonly awaitsReplySince?: Date
  readonly wasCalled: boolean
  /** When it came to its department by a hand-off, and whether it has been answered since. */
  readonly arrivedAt?: Date
  readonly answeredSinceArrival: boolean
}

/** Read from a ticket's events, all of them, in order. */
export function clockPastOf(history: readonly TicketEvent[]): ClockPast {
  let past: ClockPast = { waits: [], rests: [], wasCalled: false, answeredSinceArrival: false }
  let state: TicketState | undefined
  let restsSince: Date | undefined
  for (const event of history) {
    const before = state?.ticket.status
    const wasAnswered = state?.ticket.firstRepliedAt !== undefined
    state = applyEvent(state, event)
    const { status } = state.ticket
    const { at } = event
    if (before !== 'waiting' && status === 'waiting') past = { ...past, waitsSince: at }
    if (before === 'waiting' && status !== 'waiting') past = waitEnded(past, at)
    if (before !== 'resolved' && status === 'resolved') restsSince = at
    if (before === 'resolved' && status !== 'resolved' && restsSince) {
      past = { ...past, rests: [...past.rests, { from: restsSince, to: at }] }
    }
    past = heard(past, event, wasAnswered || before === 'resolved')
  }
  return past
}

function waitEnded({ waitsSince, ...past }: ClockPast, to: Date): ClockPast {
  return waitsSince ? { ...past, waits: [...past.waits, { from: waitsSince, to }] } : past
}

/** Of an answer, a message, a call or a hand-off. */
function heard(past: ClockPast, { at, data }: TicketEvent, asksForReply: boolean): ClockPast {
  const { awaitsReplySince, ...others } = past
  switch (data.type) {
    case 'answered':
      return { ...others, answeredSinceArrival: true }
    case 'resolved':
      return others
    case 'customer_replied':
      return asksForReply ? { ...others, awaitsReplySince: awaitsReplySince ?? at } : past
    case 'call_made':
      return data.reached ? { ...past, wasCalled: true } : past
    case 'handed_off':
      return data.fromDepartment === data.toDepartment
        ? past
        : { ...past, arrivedAt: at, answeredSinceArrival: false }
    default:
      return past
  }
}
