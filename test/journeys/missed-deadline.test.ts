import { expect, test } from 'vitest'
import { filed, status, tick, url } from './over-urls.ts'

test('a deadline passes, and the remedy that it owes is on the public page', async () => {
  const { code, deadlines } = await filed()
  const first = deadlines.find(({ milestone }) => milestone === 'first_reply')
  if (!first) throw new Error('the commitment promises no first reply')
  expect(first.state).toBe('running')
  expect(first.remedy?.text).toContain('₫')

  const due = new Date(first.dueAt)
  await tick(due)
  expect((await status(code)).remedies).toEqual([])

  await tick(new Date(due.getTime() + 1000))
  const after = await status(code)
  expect(after.deadlines.find(({ pledge }) => pledge === first.pledge)).toMatchObject({
    state: 'missed',
    missedAt: first.dueAt,
  })
  expect(after.remedies).toHaveLength(1)
  expect(after.remedies[0]).toMatchObject({ pledge: first.pledge, state: 'owed' })
  expect(after.timeline.map(({ event }) => event)).toContain('remedy_owed')

  const html = await (await fetch(`${url}/minh-an/requests/${code}`)).text()
  // The page's own clock has not reached the deadline, so it tells what is offered and not yet how much is owed.
  const offered = after.remedies[0]?.offers[0]?.value?.amount
  expect(html).toContain(new Intl.NumberFormat('vi-VN').format(offered ?? Number.NaN))

  await tick(new Date(due.getTime() + 120_000))
  expect((await status(code)).remedies).toHaveLength(1)
})
