import type { CommitmentDocument } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { stringsIn } from '../strings/strings.ts'
import { exampleView } from '../testing/example-view.ts'
import { describeExample } from './describe-example.ts'

const day = ['08:00-12:00', '13:30-17:30']
const shop = {
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: ['08:00-12:00'] },
  dates: {},
}
const document: CommitmentDocument = { ...exampleView.document, calendars: { shop } }
type Pledge = CommitmentDocument['pledges'][number]
const pledge: Pledge = {
  id: 'one',
  for: { kinds: ['warranty'] },
  milestone: 'first_reply',
  within: { amount: 3, unit: 'working_hour' },
  calendar: 'shop',
}
const wednesday = new Date('2026-11-25T10:20:00+07:00')
const told = (locale: 'vi' | 'en', now = wednesday, isNow = true) => ({
  locale,
  words: stringsIn(locale),
  timeZone: 'Asia/Ho_Chi_Minh',
  now,
  isNow,
})
const linesOf = (one: Pledge, how: ReturnType<typeof told>) =>
  describeExample(one, document, how)?.lines.map(({ text, by, after }) => `${text} ${by.text}${after}`)

describe('the worked example of a pledge', () => {
  it('says with today’s date by when, and what a day off does to it', () => {
    expect(linesOf(pledge, told('vi'))).toEqual([
      'Gửi ngay bây giờ (10:20 thứ Tư 25/11) thì được trả lời trước 14:50 hôm nay',
      'Gửi lúc 11:45 thứ Bảy 28/11 thì được trả lời trước 10:45 thứ Hai 30/11 (CN 29/11 nghỉ)',
    ])
    expect(linesOf(pledge, told('en'))).toEqual([
      'Sent now (10:20 on Wednesday 25 November), it is answered by 14:50 today',
      'Sent at 11:45 on Saturday 28 November, it is answered by 10:45 on Monday 30 November (closed on Sun 29/11)',
    ])
  })

  it('calls tomorrow tomorrow, by the merchant’s clocks', () => {
    const evening = new Date('2026-11-25T23:30:00+07:00')
    expect(linesOf(pledge, told('vi', evening))?.[0]).toContain('trước 11:00 ngày mai')
  })

  it('names the day where the version does not hold yet', () => {
    expect(linesOf(pledge, told('en', wednesday, false))?.[0]).toBe(
      'Sent at 10:20 on Wednesday 25 November, it is answered by 14:50 on Wednesday 25 November',
    )
  })

  it('tells what grows with lateness, with the sums that it takes for granted', () => {
    const each = { amount: 24, unit: 'hour' } as const
    const perDay: Pledge = {
      ...pledge,
      remedy: {
        choice: [{ type: 'money', value: { amount: 30_000, currency: 'VND' } }],
        accrual: { type: 'per', each, count: 'started' },
        settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
      },
    }
    const delays = describeExample(perDay, document, told('vi'))?.delays
    expect(delays?.replaceAll('\u00a0', ' ')).toBe('Trễ 1 ngày: 30.000 ₫; trễ 3 ngày: 90.000 ₫.')
    const share: Pledge = {
      ...perDay,
      remedy: {
        choice: [{ type: 'percent_of', of: 'order', percent: 1 }],
        accrual: { type: 'per', each: { amount: 1, unit: 'working_day' }, count: 'started' },
        settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
      },
    }
    expect(describeExample(share, document, told('en'))?.delays?.replaceAll('\u00a0', ' ')).toBe(
      '1 working day late: 10,000 ₫; 3 working days late: 30,000 ₫ (with an order of 1,000,000 ₫).',
    )
  })

  it('is left out where the calendar is never open again', () => {
    const closed = { ...document, calendars: { shop: { ...shop, week: {} } } }
    expect(describeExample(pledge, closed, told('vi'))).toBeUndefined()
  })
})
