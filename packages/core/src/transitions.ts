import type { Kind, Outcome, Status } from './vocabulary.ts'

/** What can be done to a ticket once it is filed. Filing makes it `new`; a missed deadline changes no status. */
export const acts = [
  'answer',
  'customer_reply',
  'note',
  'call',
  'set_priority',
  'set_kind',
  'set_facts',
  'plan',
  'hand_off',
  'wait',
  'hold',
  'resume',
  'resolve',
  'withdraw',
  'choose_remedy',
  'settle_remedy',
  'waive_remedy',
  'dispute_remedy',
  'rate',
  'close',
] as const
export type Act = (typeof acts)[number]

/** The whole machine: the status that an act leads to; an act that is not listed is refused. */
export const transitions = {
  new: {
    answer: 'open',
    customer_reply: 'new',
    note: 'new',
    call: 'new',
    set_priority: 'new',
    set_kind: 'new',
    set_facts: 'new',
    plan: 'new',
    hand_off: 'new',
    wait: 'waiting',
    hold: 'on_hold',
    resolve: 'resolved',
    withdraw: 'resolved',
    choose_remedy: 'new',
    settle_remedy: 'new',
    waive_remedy: 'new',
    dispute_remedy: 'new',
  },
  open: {
    answer: 'open',
    customer_reply: 'open',
    note: 'open',
    call: 'open',
    set_priority: 'open',
    set_kind: 'open',
    set_facts: 'open',
    plan: 'open',
    hand_off: 'open',
    wait: 'waiting',
    hold: 'on_hold',
    resolve: 'resolved',
    withdraw: 'resolved',
    choose_remedy: 'open',
    settle_remedy: 'open',
    waive_remedy: 'open',
    dispute_remedy: 'open',
  },
  waiting: {
    answer: 'waiting',
    customer_reply: 'open',
    note: 'waiting',
    call: 'waiting',
    set_priority: 'waiting',
    set_kind: 'waiting',
    set_facts: 'waiting',
    plan: 'waiting',
    hand_off: 'waiting',
    hold: 'on_hold',
    resume: 'open',
    resolve: 'resolved',
    withdraw: 'resolved',
    choose_remedy: 'waiting',
    settle_remedy: 'waiting',
    waive_remedy: 'waiting',
    dispute_remedy: 'waiting',
  },
  on_hold: {
    answer: 'on_hold',
    customer_reply: 'on_hold',
    note: 'on_hold',
    call: 'on_hold',
    set_priority: 'on_hold',
    set_kind: 'on_hold',
    set_facts: 'on_hold',
    plan: 'on_hold',
    hand_off: 'on_hold',
    wait: 'waiting',
    resume: 'open',
    resolve: 'resolved',
    withdraw: 'resolved',
    choose_remedy: 'on_hold',
    settle_remedy: 'on_hold',
    waive_remedy: 'on_hold',
    dispute_remedy: 'on_hold',
  },
  // An answer is an afterword here; a customer's reply reopens.
  resolved: {
    answer: 'resolved',
    customer_reply: 'open',
    note: 'resolved',
    set_facts: 'resolved',
    choose_remedy: 'resolved',
    settle_remedy: 'resolved',
    waive_remedy: 'resolved',
    dispute_remedy: 'resolved',
    rate: 'resolved',
    close: 'closed',
  },
  closed: { note: 'closed', rate: 'closed' },
} as const satisfies Record<Status, Partial<Record<Act, Status>>>

/** The status after an act, or undefined when the act is not possible. */
export function statusAfter(status: Status, act: Act): Status | undefined {
  const row: Partial<Record<Act, Status>> = transitions[status]
  return row[act]
}

/** Acts that are possible in a status, in the order of `acts`. */
export function actsIn(status: Status): Act[] {
  return acts.filter((act) => statusAfter(status, act) !== undefined)
}

/** What staff may choose when they resolve; `withdrawn` is the customer's alone. */
export const outcomesFor: Record<Kind, readonly Outcome[]> = {
  support: ['answered', 'repaired', 'replaced', 'refunded', 'compensated', 'declined', 'duplicate'],
  warranty: ['repaired', 'replaced', 'refunded', 'compensated', 'answered', 'declined', 'duplicate'],
  complaint: ['answered', 'compensated', 'repaired', 'replaced', 'refunded', 'declined', 'duplicate'],
  suggestion: ['answered', 'duplicate'],
  callback: ['answered', 'duplicate'],
}
