import { checkCommitment, isOpen } from '@camket/core'
import { describe, expect, it } from 'vitest'
import { minhAn } from './minh-an/minh-an.ts'
import { planRequests } from './plan-requests.ts'
import { publicHolidays } from './public-holidays.ts'
import { SeededRandom } from './random.ts'
import { songXanh } from './song-xanh/song-xanh.ts'

const demoMerchants = [minhAn, songXanh]

describe('whenever the demo is made', () => {
  it.each([
    ['a working morning', '2026-11-23T03:00:00Z'],
    ['the middle of a night', '2026-11-22T19:30:00Z'],
    ['a Sunday', '2026-12-06T05:00:00Z'],
    ['the third day of Tết', '2027-02-08T04:00:00Z'],
    ['New Year’s midnight', '2026-12-31T17:00:00Z'],
  ])('on %s, every request is filed before and its turns follow in order', (_, instant) => {
    const now = new Date(instant)
    for (const merchant of demoMerchants) {
      const planned = planRequests(merchant, now, new SeededRandom(instant))
      expect(planned).toHaveLength(merchant.pastRequests + merchant.presentRequests.length)
      for (const { filedAt, steps } of planned) {
        const times = [filedAt, ...steps.map(({ at }) => at)].map((at) => at.getTime())
        expect(filedAt < now).toBe(true)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
      }
    }
  })

  it('needs no request twice that is to be seen now', () => {
    for (const { presentRequests, stories } of demoMerchants) {
      const subjects = presentRequests.map(({ subject }) => subject)
      expect(new Set(subjects).size).toBe(subjects.length)
      expect(stories.length).toBeGreaterThanOrEqual(20)
    }
  })
})

describe('the commitments of the demo', () => {
  it.each(demoMerchants)('of $slug say nothing that the rules would refuse', ({ versions }) => {
    for (const { document } of versions) {
      expect(checkCommitment(document, new Date('2026-11-23T03:00:00Z'))).toEqual([])
    }
  })

  it('of Minh An promise something for all five kinds, over eight pledges and more', () => {
    const pledges = minhAn.versions.at(-1)?.document.pledges ?? []
    expect(pledges.length).toBeGreaterThanOrEqual(8)
    expect(new Set(pledges.flatMap((pledge) => pledge.for.kinds ?? []))).toEqual(new Set(minhAn.kinds))
  })
})

describe('public holidays', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'Asia/Ho_Chi_Minh',
    month: 'numeric',
    day: 'numeric',
  })
  const noon = (date: string) => new Date(`${date}T05:00:00Z`)

  // Not Tết 2027: its new moon, 22:56 of 6 February in Hanoi, is put on the 7th by this library.
  it.each([
    ['2026-02-17', 'the first day of the first month, Tết', '1/1'],
    ['2026-04-26', 'the tenth day of the third month, Hùng Kings’ Day', '3/10'],
    ['2027-04-16', 'the tenth day of the third month, Hùng Kings’ Day', '3/10'],
  ])('%s is %s', (date, _, lunarDate) => {
    expect(lunar.format(noon(date))).toBe(lunarDate)
    // A Sunday has no shift that a holiday would have to take away.
    if (date !== '2026-04-26') expect(publicHolidays[date]).toEqual([])
  })

  it('close the shop, and a swapped Saturday opens it for the afternoon too', () => {
    const calendar = minhAn.versions.at(-1)?.document.calendars.shop
    if (!calendar) throw new Error('Minh An has no shop calendar')
    const openAt = (local: string) => isOpen(calendar, new Date(`${local}+07:00`))
    for (const date of Object.keys(publicHolidays)) expect(openAt(`${date}T09:00:00`)).toBe(false)
    expect(openAt('2026-08-22T15:00:00')).toBe(true)
    expect(openAt('2026-08-15T15:00:00')).toBe(false)
  })
})
