import { expect, test } from 'vitest'
import { commitmentVi } from '../strings/commitment-vi.ts'
import { compareWorks } from './compare.ts'
import type { Work } from './editor.ts'

const pledge = {
  id: 'first-reply',
  for: {},
  milestone: 'first_reply',
  within: { amount: 4, unit: 'working_hour' },
  calendar: 'shop',
  remedy: {
    choice: [{ type: 'money', value: { amount: 200_000, currency: 'VND' } }],
    accrual: { type: 'once' },
    settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'working_day' } },
  },
}
const shift = ['08:00-12:00']
const workOf = (changed: object = {}, internalPledges: unknown[] = []): Work => ({
  document: {
    title: { vi: 'Cam kết' },
    calendars: { shop: { timeZone: 'Asia/Ho_Chi_Minh', week: { mon: shift }, dates: {} } },
    pledges: [pledge],
    ...changed,
  },
  internalPledges,
})
const compare = (after: Work) => compareWorks(workOf(), after, 'vi', commitmentVi)
const withPledge = (changed: object) => workOf({ pledges: [{ ...pledge, ...changed }] })

test('nothing differs between a document and itself', () => {
  expect(compare(workOf())).toEqual([])
})

test('a number is marked whole where it changed, and nothing else of its sentence', () => {
  const [change, ...others] = compare(
    withPledge({
      remedy: {
        ...pledge.remedy,
        choice: [{ type: 'money', value: { amount: 150_000, currency: 'VND' } }],
      },
    }),
  )
  expect(others).toEqual([])
  const marked = change?.parts.filter(({ state }) => state !== 'same')
  expect(marked?.map(({ text, state }) => [text, state])).toEqual([
    ['200.000', 'removed'],
    ['150.000', 'added'],
  ])
})

test('what no sentence tells is told with its name', () => {
  const changes = compare(withPledge({ warnings: [{ atPercent: 75, to: 'lead' }], calendar: 'service' }))
  expect(changes.map(({ label, parts }) => [label, parts.map(({ text }) => text).join('→')])).toEqual([
    ['Cam kết: first-reply › Theo lịch', 'shop→service'],
    ['Cam kết: first-reply › Nhắc trước hạn', '75 % trưởng bộ phận'],
  ])
})

test('clauses that came or went, days of a calendar and internal pledges are told too', () => {
  const after = workOf(
    {
      calendars: {
        shop: { timeZone: 'Asia/Ho_Chi_Minh', week: { mon: shift }, dates: { '2027-01-01': [] } },
      },
      pledges: [],
    },
    [{ ...pledge, id: 'handed', remedy: undefined, milestone: 'resolution' }],
  )
  const kinds = compare(after).map(({ kind, label }) => `${kind} ${label}`)
  expect(kinds).toContain('added Lịch làm việc: shop')
  expect(kinds).toContain('removed Cam kết: first-reply')
  expect(kinds).toContain('added Nội bộ: handed')
})

test('a draft that is half written can be compared all the same', () => {
  expect(compare({ document: { pledges: [{}, null, 'x'] }, internalPledges: [7] }).length).toBeGreaterThan(0)
})
