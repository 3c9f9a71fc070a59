import { afterEach, describe, expect, test } from 'vitest'
import { keepRequest, keptRequests } from '../session/kept-requests.ts'
import { button, mount, next, settled, violations } from '../testing/mount.ts'
import { answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { RequestList } from './request-list.ts'

const other = { ...kept, code: 'CK-1111-1111-1111', subject: 'Máy giặt rung' }

/** Nobody is vouched for there. */
const shop = { merchant: 'minh-an', known: { prefill: {}, attributes: {} } }

async function mountList(locale: 'vi' | 'en' = 'vi'): Promise<RequestList> {
  const answer = (request: Request) =>
    request.url.includes(other.code) ? refuseWith('ticket_not_found', 404) : answerWith(ticket)
  const list = await mount<RequestList>('camket-request-list', { session: await sessionOf(answer, locale) })
  await settled(list)
  return list
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('my requests', () => {
  test.each(['vi', 'en'] as const)('are accessible in %s, and when there are none', async (locale) => {
    await mountList(locale)
    expect(await violations()).toEqual([])
    keepRequest(shop, kept)
    await mountList(locale)
    expect(await violations()).toEqual([])
  })

  test('tell the status and the nearest deadline that still runs', async () => {
    keepRequest(shop, kept)
    const text = (await mountList()).shadowRoot?.textContent ?? ''
    expect(text).toContain('đang xử lý')
    expect(text).toContain('Giải quyết')
    expect(text).toContain('trước 17:30')
  })

  test('are shown though one of them is gone; that one can be taken off', async () => {
    keepRequest(shop, other)
    keepRequest(shop, kept)
    const list = await mountList()
    expect(list.shadowRoot?.textContent).toContain('Không tìm thấy yêu cầu này.')
    button(list, `Bỏ ${other.code}`).click()
    await settled(list)
    expect(keptRequests('minh-an').map(({ code }) => code)).toEqual([kept.code])
  })

  test('open with their key', async () => {
    keepRequest(shop, kept)
    const list = await mountList()
    const opened = next(list, 'open')
    button(list, kept.subject).click()
    expect(await opened).toEqual(kept)
  })
})
