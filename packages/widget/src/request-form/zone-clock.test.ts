import { instantAt } from '@camket/core/instant-at'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockInstant } from './zone-clock.ts'

const zones = fc.constantFrom(
  'Asia/Ho_Chi_Minh',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
)

test('a zone’s clocks are read as the server reads them, whenever they change', () => {
  const minutes = fc.integer({ min: Date.UTC(2015, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const [day = '', time = ''] = new Date(minute * 60_000).toISOString().slice(0, 16).split('T')
      expect(clockInstant(day, time, zone)).toEqual(instantAt(day, time, zone))
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['2026-03-29', '01:30'],
  ['2026-10-25', '01:30'],
])('the hour in which London’s clocks change: %s %s', (day, time) => {
  expect(clockInstant(day, time, 'Europe/London')).toEqual(instantAt(day, time, 'Europe/London'))
})

test.each([
  [undefined, '09:00'],
  ['2026-11-24', undefined],
  ['tomorrow', '09:00'],
])('what is no day and time is no instant: %s %s', (day, time) => {
  expect(clockInstant(day, time, 'Asia/Ho_Chi_Minh').getTime()).toBeNaN()
})
