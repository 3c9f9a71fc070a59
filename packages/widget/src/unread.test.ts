import { afterEach, expect, test } from 'vitest'
import { keepRequest, keptRequests } from './session/kept-requests.ts'
import { answerWith, kept, refuseWith, sessionOf } from './testing/sample.ts'
import { countUnread } from './unread.ts'

/** Nobody is vouched for there. */
const shop = { merchant: 'minh-an', known: { prefill: {}, attributes: {} } }

afterEach(() => localStorage.clear())

const standing = (status: string, staffAt?: string) => () =>
  answerWith({ tickets: [{ code: kept.code, status, ...(staffAt && { staffAt }) }] })

test('an answer that came after the request was last looked at is unread', async () => {
  keepRequest(shop, { ...kept, seenAt: '2026-11-24T00:00:00Z' })
  expect(await countUnread(await sessionOf(standing('waiting', '2026-11-24T00:00:01Z')))).toBe(1)
  expect(await countUnread(await sessionOf(standing('waiting', '2026-11-23T23:59:59Z')))).toBe(0)
  expect(await countUnread(await sessionOf(standing('new')))).toBe(0)
})

test('a status that changed is told once, and noted', async () => {
  keepRequest(shop, { ...kept, status: 'new' })
  const session = await sessionOf(standing('resolved'))
  await countUnread(session)
  await countUnread(session)
  expect(session.told).toEqual([['status-change', { code: kept.code, status: 'resolved', before: 'new' }]])
  expect(keptRequests('minh-an')[0]?.status).toBe('resolved')
})

test('closed requests are not asked about, and a refusal changes nothing', async () => {
  keepRequest(shop, { ...kept, code: 'CK-OPEN-0000-0000' })
  keepRequest(shop, { ...kept, status: 'closed' })
  let asked = ''
  const session = await sessionOf((request) => {
    asked = new URL(request.url).searchParams.get('codes') ?? ''
    return refuseWith('rate_limited', 429)
  })
  expect(await countUnread(session)).toBeUndefined()
  expect(asked).toBe('CK-OPEN-0000-0000')
})
