import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, filed, monday, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { call } from './call.ts'
import { chooseRemedy } from './choose-remedy.ts'
import { close } from './close.ts'
import { customerReply } from './customer-reply.ts'
import { disputeRemedy } from './dispute-remedy.ts'
import { handOff } from './hand-off.ts'
import { hold } from './hold.ts'
import { note } from './note.ts'
import { isRefusal } from './perform-act.ts'
import { rate } from './rate.ts'
import { resolve } from './resolve.ts'
import { resume } from './resume.ts'
import { setFacts } from './set-facts.ts'
import { setKind } from './set-kind.ts'
import { setPlan } from './set-plan.ts'
import { setPriority } from './set-priority.ts'
import { settleRemedy } from './settle-remedy.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'
import { type Act, acts, actsIn, transitions } from './transitions.ts'
import { type RemedyState, type Status, statuses } from './vocabulary.ts'
import { wait } from './wait.ts'
import { waiveRemedy } from './waive-remedy.ts'
import { withdraw } from './withdraw.ts'

const now = at('23', '10:00')
const by = { by: tuan }
const message = { messageId: 'm1', ...by }

/** The same ticket, owing the remedy of its first deadline. */
const withRemedy = (before: TicketState, state: RemedyState = 'owed'): TicketState => ({
  ...before,
  remedies: [{ number: 1, deadlineNumber: 1, pledge: 'warranty-first-reply', state, owedAt: monday }],
})

const perform: Record<Act, (before: TicketState) => Change | Refusal> = {
  answer: (before) => answer(before, message, commitment, now),
  customer_reply: (before) => customerReply(before, message, commitment, now),
  note: (before) => note(before, message, commitment, now),
  call: (before) => call(before, { reached: false, ...by }, commitment, now),
  set_priority: (before) => setPriority(before, { priority: 'low', ...by }, commitment, now),
  set_kind: (before) => setKind(before, { kind: 'support', reason: 'mistaken', ...by }, commitment, now),
  set_facts: (before) => setFacts(before, { facts: { order_amount: 1 }, ...by }, commitment, now),
  plan: (before) => setPlan(before, by, commitment, now),
  hand_off: (before) => handOff(before, { toDepartment: 'sales', reason: 'wrong', ...by }, commitment, now),
  wait: (before) => wait(before, by, commitment, now),
  hold: (before) => hold(before, by, commitment, now),
  resume: (before) => resume(before, by, commitment, now),
  resolve: (before) => resolve(before, { outcome: 'repaired', ...message }, commitment, now),
  withdraw: (before) => withdraw(before, commitment, now),
  choose_remedy: (before) => chooseRemedy(withRemedy(before), { number: 1, offer: 0 }, commitment, now),
  settle_remedy: (before) => settleRemedy(withRemedy(before), { number: 1, ...by }, commitment, now),
  waive_remedy: (before) =>
    waiveRemedy(withRemedy(before), { number: 1, exclusion: 'worn', ...by }, commitment, now),
  dispute_remedy: (before) => disputeRemedy(withRemedy(before, 'waived'), { number: 1 }, commitment, now),
  rate: (before) => rate(before, { level: 4 }, commitment, now),
  close: (before) => close(before, by, commitment, now),
}

const isNew = filed()
const isOpen = stateAfter(perform.answer(isNew))
const isResolved = stateAfter(perform.resolve(isOpen))
const inStatus: Record<Status, TicketState> = {
  new: isNew,
  open: isOpen,
  waiting: stateAfter(perform.wait(isOpen)),
  on_hold: stateAfter(perform.hold(isOpen)),
  resolved: isResolved,
  closed: stateAfter(perform.close(isResolved)),
}

describe('the table of transitions', () => {
  it.each(statuses.flatMap((status) => acts.map((act) => [status, act] as const)))(
    'is what happens: in %s, %s',
    (status, act) => {
      const row: Partial<Record<Act, Status>> = transitions[status]
      const result = perform[act](inStatus[status])
      if (row[act] === undefined) expect(result).toEqual({ refused: 'act_not_possible' })
      else expect(isRefusal(result) ? result : result.after.ticket.status).toBe(row[act])
    },
  )

  it('lets every ticket be worked to its end', () => {
    const reachable = (from: Status, seen = new Set<Status>()): Set<Status> => {
      if (seen.has(from)) return seen
      seen.add(from)
      for (const to of Object.values(transitions[from])) reachable(to, seen)
      return seen
    }
    for (const status of statuses) expect(reachable(status)).toContain('closed')
    expect([...reachable('closed')]).toEqual(['closed'])
  })

  it('tells which acts a status allows', () => {
    expect(actsIn('resolved')).toEqual([
      'answer',
      'customer_reply',
      'note',
      'set_facts',
      'choose_remedy',
      'settle_remedy',
      'waive_remedy',
      'dispute_remedy',
      'rate',
      'close',
    ])
  })
})
