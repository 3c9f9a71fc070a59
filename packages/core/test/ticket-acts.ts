import * as fc from 'fast-check'
import { answer } from '../src/answer.ts'
import { call } from '../src/call.ts'
import { close } from '../src/close.ts'
import type { Commitment } from '../src/commitment.ts'
import { customerReply } from '../src/customer-reply.ts'
import { type FileRequest, fileTicket } from '../src/file-ticket.ts'
import { handOff } from '../src/hand-off.ts'
import { hold } from '../src/hold.ts'
import { note } from '../src/note.ts'
import { rate } from '../src/rate.ts'
import { recordMisses } from '../src/record-misses.ts'
import { resolve } from '../src/resolve.ts'
import { resume } from '../src/resume.ts'
import { setFacts } from '../src/set-facts.ts'
import { setKind } from '../src/set-kind.ts'
import { setPlan } from '../src/set-plan.ts'
import { setPriority } from '../src/set-priority.ts'
import type { Change, Refusal, TicketEvent, TicketState } from '../src/ticket-state.ts'
import {
  channels,
  customerTypes,
  kinds,
  outcomes,
  priorities,
  type RatingCause,
  ratingAbouts,
  ratingCauses,
  ratingLevels,
} from '../src/vocabulary.ts'
import { wait } from '../src/wait.ts'
import { withdraw } from '../src/withdraw.ts'
import { exampleCommitment } from './example-commitment.ts'
import { hoa, monday, tuan } from './example-ticket.ts'

/** Something that is done to a ticket; the name is what a failing run shows. */
type Step = {
  readonly name: string
  readonly perform: (
    before: TicketState,
    now: Date,
    history: readonly TicketEvent[],
  ) => Change | Refusal | undefined
}

/** The example's, with pledges that a change of priority reaches, one that a number ends, and departments' own. */
export const commitment: Commitment = {
  ...exampleCommitment,
  pledges: [
    ...exampleCommitment.pledges.map((pledge) =>
      pledge.id === 'warranty-resolution'
        ? { ...pledge, missedWhen: { fact: 'failed_repairs', atLeast: 3 } }
        : pledge,
    ),
    {
      id: 'urgent-resolution',
      for: { kinds: ['warranty', 'support'], priorities: ['urgent'] },
      milestone: 'resolution',
      within: { amount: 20, unit: 'working_hour' },
      calendar: 'office',
      moreSpecificThan: ['warranty-resolution'],
    },
    {
      id: 'urgent-next-reply',
      for: { priorities: ['urgent', 'high'], kinds: ['support', 'complaint'] },
      milestone: 'next_reply',
      within: { amount: 2, unit: 'hour' },
      calendar: 'office',
      moreSpecificThan: ['next-reply'],
    },
  ],
  internalPledges: [
    {
      id: 'technical-next-reply',
      for: { departments: ['technical'] },
      milestone: 'next_reply',
      within: { amount: 3, unit: 'working_hour' },
      calendar: 'office',
    },
    {
      id: 'service-resolution',
      for: { departments: ['service'], priorities: ['urgent', 'high', 'normal'] },
      milestone: 'resolution',
      within: { amount: 2, unit: 'working_day' },
      calendar: 'office',
    },
  ],
}

/** When a step happens: some time later, or exactly when the next deadline is due, or a moment after that. */
export type Pace = { readonly later_minutes: number } | { readonly dueThen_millis: 0 | 1 }

const step = (name: string, perform: Step['perform']): Step => ({ name, perform })
const by = fc.constantFrom(tuan, hoa)
const message = by.map((staff) => ({ messageId: 'message', by: staff }))

/** Some with a cause that lies under something else. */
const ratings = fc.record({
  level: fc.constantFrom(...ratingLevels),
  about: fc.constantFrom(undefined, ...ratingAbouts),
  cause: fc.constantFrom<(RatingCause | undefined)[]>(undefined, ...Object.values(ratingCauses).flat()),
})

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .boolean()
    .chain((thenWait) =>
      message.map((input) =>
        step(thenWait ? 'answer and wait' : 'answer', (before, now) =>
          answer(before, { ...input, thenWait }, commitment, now),
        ),
      ),
    ),
  fc.constant(step('reply', (before, now) => customerReply(before, { messageId: 'm' }, commitment, now))),
  message.map((input) => step('note', (before, now) => note(before, input, commitment, now))),
  fc
    .boolean()
    .map((reached) =>
      step(`call ${reached}`, (before, now) => call(before, { reached, by: tuan }, commitment, now)),
    ),
  fc
    .constantFrom(...priorities)
    .map((priority) =>
      step(`priority ${priority}`, (before, now, history) =>
        setPriority(before, { priority, reason: 'mistaken', history, by: tuan }, commitment, now),
      ),
    ),
  fc
    .constantFrom(...kinds)
    .map((kind) =>
      step(`kind ${kind}`, (before, now, history) =>
        setKind(before, { kind, reason: 'mistaken', history, by: tuan }, commitment, now),
      ),
    ),
  fc
    .nat(4)
    .map((failed_repairs) =>
      step(`${failed_repairs} repairs failed`, (before, now) =>
        setFacts(before, { facts: { failed_repairs }, by: tuan }, commitment, now),
      ),
    ),
  fc.constant(step('plan', (before, now) => setPlan(before, { by: tuan }, commitment, now))),
  fc
    .tuple(fc.constantFrom('service', 'technical'), fc.constantFrom(undefined, 'tuan', 'hoa'))
    .map(([toDepartment, toOwner]) =>
      step(`hand off to ${toDepartment} ${toOwner}`, (before, now) =>
        handOff(before, { toDepartment, toOwner, reason: 'parts', by: tuan }, commitment, now),
      ),
    ),
  fc.constant(step('wait', (before, now) => wait(before, { by: tuan }, commitment, now))),
  fc.constant(step('hold', (before, now) => hold(before, { by: tuan }, commitment, now))),
  fc.constant(step('resume', (before, now) => resume(before, { by: tuan }, commitment, now))),
  fc
    .tuple(fc.constantFrom(...outcomes), fc.constantFrom(undefined, 'message'))
    .map(([outcome, messageId]) =>
      step(`resolve ${outcome} ${messageId ?? ''}`, (before, now) =>
        resolve(before, { outcome, messageId, exclusion: 'worn', by: tuan }, commitment, now),
      ),
    ),
  fc.constant(step('withdraw', (before, now) => withdraw(before, commitment, now))),
  ratings.map((said) =>
    step(`rate ${JSON.stringify(said)}`, (before, now) => rate(before, said, commitment, now)),
  ),
  fc.constant(step('sweep', (before, now) => recordMisses(before, commitment, now))),
)

/** Rare, for nothing but notes and ratings follow it. */
const closing = fc.constant(
  step('close', (before, now) => close(before, { by: { type: 'system' } }, commitment, now)),
)

const paces: fc.Arbitrary<Pace> = fc.oneof(
  fc.record({ later_minutes: fc.nat(120) }),
  fc.record({ later_minutes: fc.nat(5_000) }),
  fc.record({ dueThen_millis: fc.constantFrom(0 as const, 1 as const) }),
)

const requests: fc.Arbitrary<FileRequest> = fc.record({
  kind: fc.constantFrom(...kinds),
  priority: fc.constantFrom(...priorities),
  channel: fc.constantFrom(...channels),
  customerId: fc.constant('customer-1'),
  customerType: fc.constantFrom(...customerTypes),
  callbackFrom: fc.nat(3_000).map((minutes) => new Date(monday.getTime() + minutes * 60_000)),
  commitmentVersion: fc.constant(1),
  departmentId: fc.constant('service'),
})

export const filings = requests.map((request) =>
  fileTicket(request, commitment, monday, { type: 'customer' }),
)

export const lives = fc.array(
  fc.record({
    pace: paces,
    step: fc.oneof({ weight: 40, arbitrary: steps }, { weight: 1, arbitrary: closing }),
  }),
  { minLength: 1, maxLength: 25 },
)

/** The instant of a step that comes after `now`. */
export function paced(pace: Pace, state: TicketState, now: Date): Date {
  if ('later_minutes' in pace) return new Date(now.getTime() + pace.later_minutes * 60_000)
  const dueMillis = state.deadlines
    .map(({ dueAt }) => dueAt.getTime())
    .filter((millis) => millis >= now.getTime())
  const next = Math.min(...dueMillis)
  return Number.isFinite(next) ? new Date(next + pace.dueThen_millis) : now
}
