import { describe, expect, it } from 'vitest'
import { type Calendar, weekdays } from './calendar.ts'
import { describeWeek } from './describe-week.ts'

const shift = ['08:00-12:00', '13:30-17:30']
const everyDay = (windows: string[]) => Object.fromEntries(weekdays.map((day) => [day, windows]))

describe('a week in words', () => {
  it.each<[string, Calendar['week'], string, string]>([
    [
      'days that follow one another are told together',
      { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: ['08:00-12:00'], sun: [] },
      'thứ Hai đến thứ Sáu 8:00–12:00 và 13:30–17:30, thứ Bảy 8:00–12:00',
      'Monday to Friday 8:00–12:00 and 13:30–17:30, Saturday 8:00–12:00',
    ],
    [
      'windows are told in their order, however they are written',
      { mon: shift.toReversed(), tue: shift },
      'thứ Hai và thứ Ba 8:00–12:00 và 13:30–17:30',
      'Monday and Tuesday 8:00–12:00 and 13:30–17:30',
    ],
    [
      'days apart are listed, and groups with commas are kept apart',
      { mon: shift, wed: shift, fri: shift, sun: ['09:00-11:00'] },
      'thứ Hai, thứ Tư và thứ Sáu 8:00–12:00 và 13:30–17:30; Chủ nhật 9:00–11:00',
      'Monday, Wednesday and Friday 8:00–12:00 and 13:30–17:30; Sunday 9:00–11:00',
    ],
    ['every day', everyDay(['08:00-22:00']), 'mỗi ngày 8:00–22:00', 'every day 8:00–22:00'],
    ['all day', everyDay(['00:00-24:00']), 'mỗi ngày suốt 24 giờ', 'every day around the clock'],
    [
      'over midnight',
      { fri: ['22:00-06:00'] },
      'thứ Sáu 22:00–6:00 hôm sau',
      'Friday 22:00–6:00 the next day',
    ],
    ['no weekly hours', {}, 'không có giờ làm việc hằng tuần', 'no weekly hours'],
  ])('%s', (_, week, vi, en) => {
    const calendar = { timeZone: 'Asia/Ho_Chi_Minh', week }
    expect(describeWeek(calendar, 'vi')).toBe(vi)
    expect(describeWeek(calendar, 'en')).toBe(en)
  })
})
