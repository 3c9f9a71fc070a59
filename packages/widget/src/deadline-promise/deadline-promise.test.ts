import type { Template } from '@camket/contracts/template'
import { afterEach, describe, expect, test } from 'vitest'
import { drawPart, find, violations } from '../testing/mount.ts'
import { config, preview, sessionOf } from '../testing/sample.ts'
import { deadlinePromise, promiseSheet } from './deadline-promise.ts'

const silent = () => new Response(null, { status: 500 })

type Promised = Parameters<typeof deadlinePromise>[1]

async function draw(more: Partial<Promised>, locale: 'vi' | 'en' = 'vi'): Promise<HTMLElement> {
  const promised = {
    deadlines: undefined,
    pledges: config.kinds[0]?.pledges ?? [],
    needsTime: false,
    ...more,
  }
  const session = await sessionOf(silent, locale)
  return drawPart(deadlinePromise(session, promised) as Template, promiseSheet)
}

afterEach(() => document.body.replaceChildren())

describe('the promise above the send button', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    await draw({ deadlines: preview.deadlines }, locale)
    expect(await violations()).toEqual([])
  })

  test('says until when, with the exact instant, and what is owed if not', async () => {
    const promise = await draw({ deadlines: preview.deadlines })
    const items = [...(promise.shadowRoot?.querySelectorAll('li') ?? [])].map((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim(),
    )
    expect(items).toEqual([
      'Trả lời đầu tiên trước 14:00 thứ Hai 23/11/2099. Trễ: phiếu mua hàng 50.000 ₫, trả trong 3 ngày làm việc.',
      'Giải quyết trước 17:30 thứ Tư 2/12/2099',
    ])
    expect(find<HTMLTimeElement>(promise, 'time').dateTime).toBe('2099-11-23T07:00:00Z')
  })

  test.each([
    ['when the instants cannot be had', false, 'Chưa tính được giờ hẹn chính xác'],
    ['until a time for the call is chosen', true, 'Chọn giờ gọi'],
  ])('tells the pledges %s', async (_, needsTime, said) => {
    const promise = await draw({ needsTime })
    expect(promise.shadowRoot?.textContent).toContain(said)
    expect(promise.shadowRoot?.textContent).toContain('Trả lời trong 4 giờ làm việc')
  })

  test('does not pretend a deadline where the commitment sets none', async () => {
    const promise = await draw({ deadlines: [] })
    expect(promise.shadowRoot?.textContent).toContain('Cam kết không đặt hẹn')
  })
})
