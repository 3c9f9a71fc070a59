import { afterEach, describe, expect, test } from 'vitest'
import { button, drawPart, find, violations } from '../testing/mount.ts'
import { sessionOf } from '../testing/sample.ts'
import { choiceSheet, kindChoice } from './kind-choice.ts'

const silent = () => new Response(null, { status: 500 })

type Choice = Parameters<typeof kindChoice>[1]

async function draw(locale: 'vi' | 'en', more: Partial<Choice> = {}): Promise<HTMLElement> {
  const choice = {
    requestCount: 0,
    draftKind: undefined,
    onChoose: () => undefined,
    onFollow: () => undefined,
    ...more,
  }
  return drawPart(kindChoice(await sessionOf(silent, locale), choice), choiceSheet)
}

afterEach(() => document.body.replaceChildren())

describe('the choice of kinds', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    await draw(locale, { requestCount: 2, draftKind: 'warranty' })
    expect(await violations()).toEqual([])
  })

  test('shows what the merchant offers, each with what is promised', async () => {
    const choice = await draw('vi')
    const names = [...(choice.shadowRoot?.querySelectorAll('.choice span') ?? [])].map(
      (one) => one.textContent,
    )
    expect(names).toEqual(['Bảo hành', 'Hỗ trợ sử dụng', 'Khiếu nại', 'Góp ý', 'Hẹn gọi lại'])
    expect(find(choice, 'small').textContent).toBe(
      'Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc',
    )
  })

  test('says which kind was chosen, a half written one too', async () => {
    const chosen: string[] = []
    const choice = await draw('vi', { draftKind: 'warranty', onChoose: (kind) => void chosen.push(kind) })
    button(choice, 'Khiếu nại').click()
    button(choice, 'Viết tiếp').click()
    expect(chosen).toEqual(['complaint', 'warranty'])
  })

  test('leads to the requests of this device only where there are any', async () => {
    const none = await draw('vi')
    expect(() => button(none, 'Yêu cầu của tôi')).toThrow()
    let followed = 0
    const some = await draw('vi', { requestCount: 2, onFollow: () => void followed++ })
    button(some, 'Yêu cầu của tôi (2)').click()
    expect(followed).toBe(1)
  })
})
