import { expect, test } from 'vitest'
import { daysBetween, fourWeeks, todayIn } from './four-weeks.ts'

const calendar = {
  week: { mon: ['13:30-17:30', '08:00-12:00'], fri: ['22:00-06:00'] },
  dates: { '2026-11-27': [], '2026-11-28': ['08:00-12:00'] },
}

test('four weeks begin with the Monday before today, and say what is other than usual', () => {
  const days = fourWeeks(calendar, '2026-11-25')
  expect(days).toHaveLength(28)
  expect(days[0]).toEqual({ date: '2026-11-23', windows: ['08:00-12:00', '13:30-17:30'], isException: false })
  expect(days[4]).toEqual({ date: '2026-11-27', windows: [], isException: true })
  expect(days[5]).toEqual({ date: '2026-11-28', windows: ['08:00-12:00'], isException: true })
  expect(days[11]).toEqual({ date: '2026-12-04', windows: ['22:00-06:00'], isException: false })
})

test('what is half typed is left out instead of shown as open', () => {
  expect(fourWeeks({ week: { mon: ['08:00-'] }, dates: {} }, '2026-11-23')[0]?.windows).toEqual([])
})

test('today is that of the zone, and a span of days ends after a year', () => {
  expect(todayIn('Asia/Ho_Chi_Minh', new Date('2026-11-24T18:00:00Z'))).toBe('2026-11-25')
  expect(daysBetween('2027-02-05', '2027-02-07')).toEqual(['2027-02-05', '2027-02-06', '2027-02-07'])
  expect(daysBetween('2026-01-01', '2099-01-01')).toHaveLength(366)
})
