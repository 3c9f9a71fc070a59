import type { Calendar } from '../../src/calendar.ts'
import type { Commitment, Pledge, PledgeScope } from '../../src/commitment.ts'
import type { Duration } from '../../src/duration.ts'
import type { Milestone } from '../../src/vocabulary.ts'
import { exampleCommitment, lateReplyRemedy } from '../example-commitment.ts'

const shift = ['08:00-12:00', '13:30-17:30']
const week = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: ['08:00-12:00'], sun: [] }

/** Clocks that change twice a year, one of them while the shop is open; holidays, and a day that is worked instead. */
export const calendars: Readonly<Record<'hanoi' | 'london' | 'always', Calendar>> = {
  hanoi: {
    timeZone: 'Asia/Ho_Chi_Minh',
    week,
    dates: {
      '2026-02-17': [],
      '2026-02-18': [],
      '2026-02-19': [],
      '2026-04-30': [],
      '2026-05-01': [],
      '2026-09-02': [],
      '2026-08-29': shift,
    },
  },
  london: {
    timeZone: 'Europe/London',
    week: { ...week, sat: ['00:00-06:00'], sun: ['00:30-03:30', '10:00-16:00'] },
    dates: { '2026-04-03': [], '2026-04-06': [], '2026-05-25': [], '2026-12-25': [], '2026-12-28': [] },
  },
  always: {
    timeZone: 'America/New_York',
    week: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
    ),
    dates: {},
  },
}

const pledge = (
  id: string,
  scope: PledgeScope,
  milestone: Milestone,
  [amount, unit]: readonly [number, Duration['unit']],
  calendar: keyof typeof calendars,
  more: Partial<Pledge> = {},
): Pledge => ({ id, for: scope, milestone, within: { amount, unit }, calendar, ...more })

const warnings = [
  { atPercent: 50, to: 'lead' },
  { atPercent: 80, to: 'contact' },
] as const
const remedy = lateReplyRemedy
const growing = {
  ...remedy,
  accrual: { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' },
  cap: { type: 'count', units: 4 },
} as const

/** Every unit of time but months, over three calendars, chosen by kind and priority. */
export const yearCommitment: Commitment = {
  ...exampleCommitment,
  calendars,
  pledges: [
    pledge('reply', {}, 'first_reply', [8, 'working_hour'], 'london', { remedy, warnings }),
    pledge('warranty-reply', { kinds: ['warranty'] }, 'first_reply', [90, 'working_minute'], 'hanoi', {
      remedy,
      moreSpecificThan: ['reply'],
    }),
    pledge('urgent-reply', { priorities: ['urgent'] }, 'first_reply', [45, 'minute'], 'always', {
      warnings,
      moreSpecificThan: ['reply', 'warranty-reply'],
    }),
    pledge('next', {}, 'next_reply', [1, 'working_day'], 'hanoi', { remedy }),
    pledge('urgent-next', { priorities: ['urgent', 'high'] }, 'next_reply', [6, 'hour'], 'always', {
      moreSpecificThan: ['next'],
    }),
    pledge('done', { kinds: ['warranty', 'support'] }, 'resolution', [7, 'working_day'], 'london', {
      remedy: growing,
      warnings,
    }),
    pledge('complaint-done', { kinds: ['complaint'] }, 'resolution', [5, 'calendar_day'], 'london', {
      remedy,
    }),
    pledge(
      'urgent-done',
      { kinds: ['warranty', 'complaint'], priorities: ['urgent'] },
      'resolution',
      [20, 'working_hour'],
      'hanoi',
      { moreSpecificThan: ['done', 'complaint-done'] },
    ),
    pledge('call', { kinds: ['callback'] }, 'callback_made', [30, 'working_minute'], 'hanoi', { remedy }),
  ],
  internalPledges: [
    pledge('inside-reply', { departments: ['technical'] }, 'next_reply', [4, 'working_hour'], 'hanoi', {
      warnings,
    }),
    pledge(
      'inside-done',
      { departments: ['service', 'technical'] },
      'resolution',
      [3, 'working_day'],
      'london',
    ),
  ],
}
