import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, next, violations } from '../testing/mount.ts'
import { sessionOf } from '../testing/sample.ts'
import type { KindChoice } from './kind-choice.ts'

const silent = () => new Response(null, { status: 500 })
const mountChoice = async (locale: 'vi' | 'en', more: Partial<KindChoice> = {}) =>
  mount<KindChoice>('camket-kind-choice', {
    session: await sessionOf(silent, locale),
    requestCount: 0,
    ...more,
  })

afterEach(() => document.body.replaceChildren())

describe('the choice of kinds', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    await mountChoice(locale, { requestCount: 2, draftKind: 'warranty' })
    expect(await violations()).toEqual([])
  })

  test('shows what the merchant offers, each with what is promised', async () => {
    const choice = await mountChoice('vi')
    const names = [...(choice.shadowRoot?.querySelectorAll('.choice span') ?? [])].map(
      (one) => one.textContent,
    )
    expect(names).toEqual(['Bảo hành', 'Hỗ trợ sử dụng', 'Khiếu nại', 'Góp ý', 'Hẹn gọi lại'])
    expect(find(choice, 'small').textContent).toBe(
      'Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc',
    )
  })

  test('says which kind was chosen', async () => {
    const choice = await mountChoice('vi')
    const chosen = next(choice, 'choose')
    button(choice, 'Khiếu nại').click()
    expect(await chosen).toBe('complaint')
  })

  test('leads to the requests of this device only where there are any', async () => {
    const none = await mountChoice('vi')
    expect(() => button(none, 'Yêu cầu của tôi')).toThrow()
    const some = await mountChoice('vi', { requestCount: 2 })
    expect(button(some, 'Yêu cầu của tôi').textContent).toContain('(2)')
  })
})
