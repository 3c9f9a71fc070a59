import { nextWarningAt } from '../../src/deadline.ts'
import { fileTicket } from '../../src/file-ticket.ts'
import type { RecordChange } from '../../src/record.ts'
import { recordDue } from '../../src/record-due.ts'
import { remedyWatchAt } from '../../src/remedy-watch-at.ts'
import type { Change, Notice, TicketEvent, TicketState } from '../../src/ticket-state.ts'
import { channels, customerTypes, kinds, priorities } from '../../src/vocabulary.ts'
import { peopleAct } from './people-act.ts'
import { Seeded } from './seeded.ts'
import { yearCommitment as commitment } from './year-commitment.ts'

const minute = 60_000

export type Year = {
  readonly seed: number
  readonly tickets: number
  readonly from: Date
  /** When the last request is filed; what is open then goes on until `to`. */
  readonly lastFiling: Date
  readonly to: Date
}

/** A request as the database would hold it: its state, its events, and what was told and counted with them. */
export type Lived = {
  state: TicketState
  readonly events: TicketEvent[]
  readonly notices: Notice[]
  readonly record: RecordChange[]
}

export type Lives = {
  readonly lived: readonly Lived[]
  /** How often each went wrong for the cron, and how often the lock refused a second writer. */
  readonly cron: {
    ticks: number
    missed: number
    doubled: number
    died: number
    jumpedBack: number
    refused: number
  }
}

/** Lets requests live a year, a minute after the other, with a cron that comes late, twice, dies and jumps back. */
export function simulateYear({ seed, tickets, from, lastFiling, to }: Year): Lives {
  const random = new Seeded(seed)
  const lived: Lived[] = []
  const cron = { ticks: 0, missed: 0, doubled: 0, died: 0, jumpedBack: 0, refused: 0 }
  const acts = new Map<number, { at: number; ticket: number; left: number }[]>()
  const watched = new Map<number, number[]>()
  const pending = new Set<number>()
  let clock = from.getTime()
  let downUntil = 0

  for (let ticket = 0; ticket < tickets; ticket += 1) {
    const at = from.getTime() + Math.floor(random.part() * (lastFiling.getTime() - from.getTime()))
    plan({ at, ticket, left: 3 + random.below(9) })
  }
  for (let now = from.getTime(); now <= to.getTime(); now += minute) {
    clock = now
    for (const act of (acts.get(now) ?? []).sort((a, b) => a.at - b.at)) happen(act)
    acts.delete(now)
    for (const ticket of watched.get(now) ?? []) pending.add(ticket)
    watched.delete(now)
    tick(now)
  }
  // The cron comes again, however late.
  downUntil = 0
  for (let round = 0; round < 3; round += 1)
    for (const ticket of [...pending]) sweep(ticket, to.getTime() + minute)
  return { lived, cron }

  function plan(act: { at: number; ticket: number; left: number }): void {
    const slot = minuteAfter(act.at)
    acts.set(slot, [...(acts.get(slot) ?? []), act])
  }

  function minuteAfter(millis: number): number {
    return from.getTime() + (Math.floor((millis - from.getTime()) / minute) + 1) * minute
  }

  function happen({ at, ticket, left }: { at: number; ticket: number; left: number }): void {
    const life = lived[ticket]
    if (life) {
      const result = peopleAct(random, life, new Date(at))
      if ('after' in result) write(ticket, result)
    } else {
      lived[ticket] = filed(ticket, at)
    }
    const delays = [1 + random.below(240), 240 + random.below(1_500), 1_440 + random.below(12_000)]
    const next = at + Math.round((random.pick(delays) + random.part()) * minute)
    if (left > 0 && next < to.getTime() - minute) plan({ at: next, ticket, left: left - 1 })
  }

  function filed(ticket: number, at: number): Lived {
    const request = {
      kind: random.pick(kinds),
      priority: random.pick(priorities),
      channel: random.pick(channels),
      customerType: random.pick(customerTypes),
      customerId: 'customer',
      commitmentVersion: 1,
      departmentId: 'service',
      callbackFrom: new Date(at + random.below(2_000) * minute),
    }
    const { after, events, notices, record } = fileTicket(request, commitment, new Date(at), {
      type: 'customer',
    })
    const life = { state: after, events: [...events], notices: [...notices], record: [...record] }
    watch(ticket, after)
    return life
  }

  /** As the database does: whoever began at another sequence is refused. */
  function write(ticket: number, { before, after, events, notices, record }: Change): boolean {
    const life = lived[ticket]
    if (!life || life.state.sequence !== before?.sequence) return false
    life.state = after
    life.events.push(...events)
    life.notices.push(...notices)
    life.record.push(...record)
    watch(ticket, after)
    return true
  }

  function watch(ticket: number, state: TicketState): void {
    for (const at of watchesOf(state)) {
      // What was due before it was known, such as a warning of a clock that starts late, is due at once.
      const slot = Math.max(minuteAfter(at), clock + minute)
      watched.set(slot, [...(watched.get(slot) ?? []), ticket])
    }
  }

  function tick(now: number): void {
    if (pending.size === 0) return
    cron.ticks += 1
    const luck = random.below(1_000)
    if (luck < 20) downUntil = now + random.below(180) * minute
    if (now < downUntil) {
      cron.missed += 1
      return
    }
    if (luck < 40) {
      cron.jumpedBack += 1
      for (const ticket of pending) sweep(ticket, now - random.below(180) * minute)
      return
    }
    const dies = luck < 60
    if (dies) cron.died += 1
    const doubled = luck >= 60 && luck < 160
    if (doubled) cron.doubled += 1
    for (const ticket of [...pending].slice(0, dies ? pending.size >> 1 : pending.size)) {
      sweep(ticket, now, doubled)
      pending.delete(ticket)
      // What a paused or put-off clock watches later is watched anew.
      const state = lived[ticket]?.state
      if (state) for (const at of watchesOf(state)) if (at < now) pending.add(ticket)
    }
  }

  function sweep(ticket: number, now: number, twice = false): void {
    const before = lived[ticket]?.state
    if (!before) return
    const [one, other] = [
      recordDue(before, commitment, new Date(now)),
      recordDue(before, commitment, new Date(now)),
    ]
    if (one) write(ticket, one)
    if (twice && other && !write(ticket, other)) cron.refused += 1
  }
}

/** Instants after which a sweep has something to do, as the columns of the database say them. */
function watchesOf(state: TicketState): number[] {
  if (state.ticket.status === 'closed') return []
  const deadlines = state.deadlines.flatMap((deadline) => {
    if (deadline.metAt || deadline.excluded || deadline.missedAt || deadline.pausedAt) return []
    const warning = nextWarningAt(deadline, commitment)
    return [Math.min(deadline.dueAt.getTime(), warning?.getTime() ?? Number.POSITIVE_INFINITY)]
  })
  const remedies = state.remedies.flatMap(
    (remedy) => remedyWatchAt(remedy, state, commitment)?.getTime() ?? [],
  )
  return [...deadlines, ...remedies]
}
