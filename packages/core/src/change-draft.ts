import { assert } from './assert.ts'
import type { Commitment } from './commitment.ts'
import { dueAtResumed, isUnmet, stateAt } from './deadline.ts'
import { applyEvent } from './fold.ts'
import { recordChanges } from './record.ts'
import type { Actor, Change, Deadline, EventData, Notice, TicketEvent, TicketState } from './ticket-state.ts'

/**
 * A change while it is being decided. Every event is folded at once, so `after` is the fold by construction, and
 * what must always follow an event (clocks pause and resume with the status) is followed here and nowhere else.
 */
export class ChangeDraft {
  readonly now: Date
  readonly by: Actor
  readonly commitment: Commitment
  readonly #before: TicketState | undefined
  readonly #events: TicketEvent[] = []
  readonly #notices: Notice[] = []
  #state: TicketState | undefined

  constructor(before: TicketState | undefined, commitment: Commitment, now: Date, by: Actor) {
    this.#before = before
    this.#state = before
    this.commitment = commitment
    this.now = now
    this.by = by
  }

  get state(): TicketState {
    assert(this.#state, 'The first event of a ticket is its filing')
    return this.#state
  }

  add(data: EventData, by: Actor = this.by): void {
    const statusBefore = this.#state?.ticket.status
    const event: TicketEvent = { sequence: (this.#state?.sequence ?? 0) + 1, at: this.now, by, data }
    this.#events.push(event)
    this.#state = applyEvent(this.#state, event)
    const { status } = this.#state.ticket
    if (status === statusBefore) return
    if (status === 'waiting') this.pauseClocks()
    if (statusBefore === 'waiting') this.#resumeClocks()
    if (status === 'resolved') this.#endInternalReplies()
  }

  resume(deadline: Deadline): void {
    const dueAt = dueAtResumed(deadline, this.now, this.commitment)
    this.add({ type: 'deadline_resumed', number: deadline.number, dueAt })
  }

  /** Somebody is to be told, whatever else the act tells. */
  tell(notice: Notice): void {
    this.#notices.push(notice)
  }

  /** Nothing decided makes an empty change, which `writeChange` has nothing to do for. */
  change(notices: readonly Notice[] = []): Change {
    const { state: after, commitment } = this
    const record = recordChanges(this.#before, after, commitment)
    const told = [...this.#notices, ...notices]
    const change = { after, events: this.#events, notices: told, record, commitment }
    return this.#before ? { before: this.#before, ...change } : change
  }

  get isEmpty(): boolean {
    return this.#events.length === 0
  }

  /** Neither a first reply nor the settling of a remedy is ever paused, and a clock that has nothing left can't be saved by a pause. */
  pauseClocks(): void {
    for (const deadline of this.state.deadlines) {
      if (deadline.milestone === 'first_reply' || deadline.milestone === 'remedy_settled') continue
      if (!isUnmet(deadline)) continue
      if (stateAt(deadline, this.now) !== 'running' || this.now >= deadline.dueAt) continue
      this.add({ type: 'deadline_paused', number: deadline.number })
    }
  }

  #resumeClocks(): void {
    for (const deadline of this.state.deadlines) if (deadline.pausedAt) this.resume(deadline)
  }

  /** Nobody in the house waits for a reply once the work is done without one. */
  #endInternalReplies(): void {
    for (const deadline of this.state.deadlines) {
      if (!deadline.internal || deadline.milestone !== 'next_reply' || !isUnmet(deadline)) continue
      const { number } = deadline
      if (deadline.missedAt) this.add({ type: 'deadline_met', number, late: true })
      else this.add({ type: 'deadline_excluded', number, reason: 'resolved' })
    }
  }
}
