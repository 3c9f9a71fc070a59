import { expect, test } from 'vitest'
import { countries, publicHolidays } from './holidays.ts'
import { readIcs } from './read-ics.ts'

test('holidays are those of a country, Tết by the moon among them, each of its days by itself', async () => {
  expect((await countries('vi')).map(([code]) => code)).toContain('VN')
  const days = (await publicHolidays('VN', 2027, 'vi')).map(({ date }) => date)
  expect(days).toContain('2027-09-02')
  // The first day of the year of the goat.
  expect(days).toContain('2027-02-06')
})

const ics = (events: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n${events}END:VCALENDAR\r\n`
const event = (lines: string) => `BEGIN:VEVENT\r\nUID:${lines.length}\r\n${lines}END:VEVENT\r\n`

test('a file of days off gives each whole day, also of feasts that come again every year', async () => {
  const text = ics(
    event('DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270208\r\nSUMMARY:Tết\r\n') +
      event(
        'DTSTART;VALUE=DATE:20200902\r\nDTEND;VALUE=DATE:20200903\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Quốc khánh\r\n',
      ) +
      event('DTSTART:20270301T020000Z\r\nDTEND:20270301T030000Z\r\nSUMMARY:Họp\r\n'),
  )
  const read = await readIcs(text, '2026-11-25')
  expect(read?.days).toEqual([
    { date: '2027-02-05', name: 'Tết' },
    { date: '2027-02-06', name: 'Tết' },
    { date: '2027-02-07', name: 'Tết' },
    { date: '2027-09-02', name: 'Quốc khánh' },
    { date: '2028-09-02', name: 'Quốc khánh' },
    { date: '2029-09-02', name: 'Quốc khánh' },
  ])
  expect(read?.skipped).toBe(1)
})

test('what is no calendar is said to be none', async () => {
  expect(await readIcs('hello', '2026-11-25')).toBeUndefined()
})
