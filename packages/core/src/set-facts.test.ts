import { expect, it } from 'vitest'
import {
  at,
  deadlineOf,
  done,
  eventTypes,
  monday,
  requestOf,
  stateAfter,
  tuan,
} from '../test/example-ticket.ts'
import { commitment } from '../test/ticket-acts.ts'
import { fileTicket } from './file-ticket.ts'
import { setFacts } from './set-facts.ts'
import { wait } from './wait.ts'

const filed = fileTicket(requestOf('warranty'), commitment, monday, { type: 'customer' }).after
const failed = (count: number, before = filed, now = at('24', '10:00')) =>
  setFacts(before, { facts: { failed_repairs: count }, by: tuan }, commitment, now)

it('a number that a pledge waits for makes it missed at the instant at which it is noted', () => {
  const change = done(failed(3, filed, at('23', '10:00')))
  expect(eventTypes(change).slice(0, 3)).toEqual(['facts_set', 'deadline_missed', 'remedy_owed'])
  expect(deadlineOf(change.after, 'resolution').missedAt).toEqual(at('23', '10:00'))
  expect(change.after.remedies[0]).toMatchObject({ owedAt: at('23', '10:00'), pledge: 'warranty-resolution' })
})

it('one below it does not', () => {
  expect(eventTypes(failed(2, filed, at('23', '10:00')))).toEqual(['facts_set'])
})

it('it does so while the clock stands, and only once', () => {
  const waiting = stateAfter(wait(filed, { by: tuan }, commitment, at('23', '10:00')))
  const third = stateAfter(failed(3, waiting, at('23', '11:00')))
  expect(deadlineOf(third, 'resolution').missedAt).toEqual(at('23', '11:00'))
  expect(eventTypes(failed(4, third, at('23', '11:30')))).toEqual(['facts_set'])
})

it('the same number again changes nothing', () => {
  const noted = stateAfter(failed(1, filed, at('23', '10:00')))
  expect(done(failed(1, noted, at('23', '10:00'))).events).toEqual([])
})
