import { expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, row } from '../testing/sample.ts'
import type { InboxList } from './inbox-list.ts'

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    ...row,
    code: `CK-${from + index}`,
    subject: `Việc ${from + index}`,
  }))

test('the inbox is accessible and shows who, what and until when', async () => {
  const list = await mount<InboxList>('camket-inbox-list', {
    context: contextOf(() => answerWith({ tickets: [row] })),
    filters: {},
  })
  expect(await violations(list)).toEqual([])
  const [first] = list.querySelectorAll('.row')
  expect(first?.textContent).toContain('Nguyễn Thị Đào')
  expect(first?.querySelector('time')?.dateTime).toBe(row.nextDeadline?.dueAt)
})

test('more rows are fetched with the cursor of the page before, none twice', async () => {
  const cursors: (string | null)[] = []
  const list = await mount<InboxList>('camket-inbox-list', {
    context: contextOf((request) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      cursors.push(cursor)
      return cursor
        ? answerWith({ tickets: rows(2, 1) })
        : answerWith({ tickets: rows(2), nextCursor: 'next' })
    }),
    filters: {},
  })
  list.querySelector<HTMLElement>('.pad wa-button')?.click()
  await settled(list)
  expect(cursors).toEqual([null, 'next'])
  expect([...list.querySelectorAll('.subject')].map((subject) => subject.textContent)).toEqual([
    'Việc 0',
    'Việc 1',
    'Việc 2',
  ])
})

test('a failure keeps the rows that are shown and offers another try', async () => {
  let fails = false
  const list = await mount<InboxList>('camket-inbox-list', {
    context: contextOf(() => (fails ? refuseWith('unavailable', 503) : answerWith({ tickets: [row] }))),
    filters: {},
  })
  fails = true
  await list.refresh()
  await settled(list)
  expect(list.querySelectorAll('.row')).toHaveLength(1)
  expect(list.querySelector('[role=alert] wa-button')?.textContent).toBe('Thử lại')
})

test('keys go from row to row and stop at the ends', async () => {
  const list = await mount<InboxList>('camket-inbox-list', {
    context: contextOf(() => answerWith({ tickets: rows(2) })),
    filters: {},
  })
  expect(list.neighbour(1)).toBe('CK-0')
  list.selected = 'CK-0'
  expect(list.neighbour(1)).toBe('CK-1')
  expect(list.neighbour(-1)).toBeUndefined()
})
