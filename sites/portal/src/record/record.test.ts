import type { RecordFiguresView, RecordView } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { chartBars, chartFloor, chartTop } from './chart-bars.ts'
import { minutesInWords } from './minutes-in-words.ts'
import { percent } from './percent.ts'
import { recordCsv } from './record-csv.ts'

const figures: RecordFiguresView = {
  due: 40,
  kept: 39,
  missed: 1,
  late: 1,
  excluded: 2,
  keptRate: 0.975,
  medianMinutes: 120,
  p90Minutes: null,
  remedies: {
    owed: 1,
    settled: 1,
    waived: 0,
    expired: 0,
    amounts: [
      { amount: 50_000, currency: 'VND' },
      { amount: 1_034, currency: 'GBP' },
    ],
  },
}
const month = (name: string, total: RecordFiguresView | null) => ({
  month: name,
  total,
  settlements: null,
  pledges: [],
})
const view: RecordView = {
  merchant: 'minh-an',
  merchantName: 'Minh An',
  timeZone: 'Asia/Ho_Chi_Minh',
  days: 90,
  from: '2026-08-28',
  to: '2026-11-25',
  hiddenUnder: 5,
  total: figures,
  settlements: null,
  pledges: [{ pledge: 'first-reply', milestone: 'first_reply', figures }],
  months: [month('2026-10', null), month('2026-11', figures)],
}

describe('the record in words', () => {
  it('never shows a rate as whole that is not', () => {
    expect(percent(0.974, 'vi')).toBe('97,4\u00a0%')
    expect(percent(0.9999, 'en')).toBe('99.9\u00a0%')
    expect([percent(1, 'vi'), percent(0, 'vi')]).toEqual(['100\u00a0%', '0\u00a0%'])
  })

  it('tells times as the pledge counts them, and never less than they were', () => {
    expect(minutesInWords(130, 'working', 'vi')).toBe('2 giờ 10 phút làm việc')
    expect(minutesInWords(3_360, 'working', 'en')).toBe('56 hours of working time')
    expect(minutesInWords(1, 'real', 'en')).toBe('1 minute')
    expect(minutesInWords(4_561, 'real', 'en')).toBe('3 days 5 hours')
    expect(minutesInWords(2_879, 'real', 'vi')).toBe('2 ngày')
  })
})

describe('the chart', () => {
  it('stacks what was kept and what was not to one height, and leaves a month without figures empty', () => {
    const [hidden, bar] = chartBars(view.months)
    expect([hidden?.kept, hidden?.missed]).toEqual([0, 0])
    expect((bar?.kept ?? 0) + (bar?.missed ?? 0)).toBeCloseTo(chartFloor - chartTop)
    expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100)
  })
})

describe('the record as CSV', () => {
  it('has a row for each period and pledge, without figures where they are hidden', () => {
    expect(recordCsv(view).split('\r\n')).toEqual([
      'period,pledge,milestone,due,kept,missed,late,excluded,kept_rate,median_minutes,p90_minutes,remedies_owed,remedies_settled,remedies_waived,remedies_expired,settled_amounts',
      '2026-10,*,,,,,,,,,,,,,,',
      '2026-10,*,remedy_settled,,,,,,,,,,,,,',
      '2026-11,*,,40,39,1,1,2,0.975,120,,1,1,0,0,50000 VND + 1034 GBP',
      '2026-11,*,remedy_settled,,,,,,,,,,,,,',
      '2026-08-28/2026-11-25,*,,40,39,1,1,2,0.975,120,,1,1,0,0,50000 VND + 1034 GBP',
      '2026-08-28/2026-11-25,*,remedy_settled,,,,,,,,,,,,,',
      '2026-08-28/2026-11-25,first-reply,first_reply,40,39,1,1,2,0.975,120,,1,1,0,0,50000 VND + 1034 GBP',
      '',
    ])
  })
})
