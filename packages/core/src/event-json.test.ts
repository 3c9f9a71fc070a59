import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lateReplyRemedy } from '../test/example-commitment.ts'
import { eventFromJson, eventToJson, pausesFromJson, pausesToJson } from './event-json.ts'
import type { EventData } from './ticket-state.ts'

const instants = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

const events: fc.Arbitrary<EventData> = fc.oneof(
  fc.record({
    type: fc.constant('deadline_started' as const),
    number: fc.nat(),
    pledge: fc.string(),
    milestone: fc.constantFrom('first_reply', 'resolution'),
    startedAt: instants,
    within: fc.constant({ amount: 4, unit: 'working_hour' as const }),
    calendar: fc.string(),
    remedy: fc.constant(lateReplyRemedy),
    dueAt: instants,
  }),
  fc.record({ type: fc.constant('deadline_resumed' as const), number: fc.nat(), dueAt: instants }),
  fc.record({ type: fc.constant('deadline_missed' as const), number: fc.nat(), dueAt: instants }),
  fc.record({
    type: fc.constant('remedy_owed' as const),
    number: fc.nat(),
    deadlineNumber: fc.nat(),
    pledge: fc.string(),
    owedAt: instants,
  }),
  fc.record({ type: fc.constant('answered' as const), messageId: fc.string() }),
)

const throughText = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('events as JSON', () => {
  it('come back from storage the same', () => {
    fc.assert(
      fc.property(events, (data) => {
        expect(eventFromJson(throughText(eventToJson(data)))).toEqual(data)
      }),
    )
  })

  it('write instants as RFC 3339 in UTC', () => {
    const dueAt = new Date('2026-11-23T14:30:00+07:00')
    expect(eventToJson({ type: 'deadline_missed', number: 1, dueAt })).toEqual({
      type: 'deadline_missed',
      number: 1,
      dueAt: '2026-11-23T07:30:00.000Z',
    })
  })

  it('leave text alone that only looks like an instant', () => {
    const looksLike = { type: 'answered', messageId: '2026-11-23T07:30:00.000Z' } as const
    expect(eventFromJson(throughText(eventToJson(looksLike)))).toStrictEqual(looksLike)
  })

  it('refuse an instant that is none', () => {
    expect(() => eventFromJson({ type: 'deadline_missed', number: 1, dueAt: 'soon' })).toThrow('soon')
  })
})

describe('pauses as JSON', () => {
  it('come back from storage the same', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: instants, to: instants })), (pauses) => {
        expect(pausesFromJson(throughText(pausesToJson(pauses)))).toEqual(pauses)
      }),
    )
  })
})
