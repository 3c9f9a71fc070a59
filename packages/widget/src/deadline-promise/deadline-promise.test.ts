import { afterEach, describe, expect, test } from 'vitest'
import { find, mount, violations } from '../testing/mount.ts'
import { config, preview, sessionOf } from '../testing/sample.ts'
import type { DeadlinePromise } from './deadline-promise.ts'

const silent = () => new Response(null, { status: 500 })
const pledges = config.kinds[0]?.pledges ?? []
const mountPromise = async (more: Partial<DeadlinePromise>, locale: 'vi' | 'en' = 'vi') =>
  mount<DeadlinePromise>('camket-deadline-promise', {
    session: await sessionOf(silent, locale),
    pledges,
    needsTime: false,
    ...more,
  })

afterEach(() => document.body.replaceChildren())

describe('the promise above the send button', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    await mountPromise({ deadlines: preview.deadlines }, locale)
    expect(await violations()).toEqual([])
  })

  test('says until when, with the exact instant, and what is owed if not', async () => {
    const promise = await mountPromise({ deadlines: preview.deadlines })
    const items = [...(promise.shadowRoot?.querySelectorAll('li') ?? [])].map((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim(),
    )
    expect(items).toEqual([
      'trả lời trước 14:00 thứ Hai 23/11/2099. Trễ: phiếu mua hàng 50.000 ₫, trả trong 3 ngày làm việc.',
      'giải quyết trước 17:30 thứ Tư 2/12/2099',
    ])
    expect(find<HTMLTimeElement>(promise, 'time').dateTime).toBe('2099-11-23T07:00:00Z')
  })

  test.each([
    ['when the instants cannot be had', false, 'Chưa tính được giờ hẹn chính xác'],
    ['until a time for the call is chosen', true, 'Chọn giờ gọi'],
  ])('tells the pledges %s', async (_, needsTime, said) => {
    const promise = await mountPromise({ needsTime })
    expect(promise.shadowRoot?.textContent).toContain(said)
    expect(promise.shadowRoot?.textContent).toContain('Trả lời trong 4 giờ làm việc')
  })

  test('does not pretend a deadline where the commitment sets none', async () => {
    const promise = await mountPromise({ deadlines: [] })
    expect(promise.shadowRoot?.textContent).toContain('Cam kết không đặt hẹn')
  })
})
