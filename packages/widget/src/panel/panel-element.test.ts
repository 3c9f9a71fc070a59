import { afterEach, describe, expect, test } from 'vitest'
import { requestDrafts } from '../request-form/form-values.ts'
import { panelFor } from '../testing/fake-host.ts'
import { button, find, settled, violations } from '../testing/mount.ts'
import { type Answer, answerWith, config, preview, receipt, refuseWith } from '../testing/sample.ts'
import type { PanelElement } from './panel-element.ts'

const working: Answer = (request) => {
  if (request.url.endsWith('/deadlines')) return answerWith(preview)
  if (request.url.endsWith('/tickets')) return answerWith(receipt, 201)
  return answerWith({ ...config, locale: new URL(request.url).searchParams.get('locale') ?? 'vi' })
}

async function open(answer: Answer, attributes: Record<string, string> = {}): Promise<PanelElement> {
  const { element, panel } = panelFor(answer, { locale: 'vi', ...attributes })
  document.documentElement.lang = 'vi'
  document.title = 'Camket'
  const main = document.createElement('main')
  main.append(element)
  document.body.replaceChildren(main)
  await panel.show()
  await settled(panel)
  return panel
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('the panel', () => {
  test.each(['vi', 'en'] as const)('is an accessible dialog in %s, named by its heading', async (locale) => {
    const panel = await open(working, { locale })
    expect(await violations()).toEqual([])
    expect(find(panel, 'dialog').getAttribute('aria-labelledby')).toBe('heading')
    expect(find(panel, 'dialog').lang).toBe(locale)
    expect(find(panel, '#heading').textContent).toContain('Điện máy Minh An')
  })

  test('stands in the page without a dialog where it is inline, and does not take focus', async () => {
    const panel = await open(working, { mode: 'inline' })
    expect(panel.shadowRoot?.querySelector('dialog')).toBeNull()
    expect(panel.shadowRoot?.activeElement).toBeNull()
    expect(await violations()).toEqual([])
  })

  test('moves focus to the heading at every change of view', async () => {
    const panel = await open(working)
    const heading = find(panel, '#heading')
    expect(panel.shadowRoot?.activeElement).toBe(heading)
    button(find(panel, 'camket-kind-choice'), 'Bảo hành').click()
    await settled(panel)
    expect(panel.shadowRoot?.activeElement).toBe(heading)
    expect(heading.textContent).toBe('Yêu cầu bảo hành')
    button(panel, 'Quay lại').click()
    await settled(panel)
    expect(panel.shadowRoot?.activeElement).toBe(heading)
    expect(await violations()).toEqual([])
  })

  test('closes by Escape and says so, and opens again where it was', async () => {
    const panel = await open(working)
    button(find(panel, 'camket-kind-choice'), 'Khiếu nại').click()
    await settled(panel)
    find(panel, '#heading').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    )
    expect(panel.isOpen).toBe(false)
    expect(find<HTMLDialogElement>(panel, 'dialog').matches(':popover-open')).toBe(false)
    await panel.show()
    expect(find(panel, '#heading').textContent).toBe('Khiếu nại')
  })

  test('takes the merchant’s language where neither attribute nor page says one', async () => {
    const panel = await open(() => answerWith({ ...config, locale: 'en' }), { locale: 'xx' })
    expect(find(panel, '#heading').textContent).toContain('How can')
  })

  test.each([
    ['the merchant is not known', () => refuseWith('merchant_not_found', 404), 'Không tìm thấy cửa hàng'],
    ['the site is not allowed', () => refuseWith('origin_not_allowed', 403), 'chưa được cửa hàng cho phép'],
    [
      'the network is down',
      () => {
        throw new TypeError('network')
      },
      'Kiểm tra mạng rồi thử lại',
    ],
  ] as [string, Answer, string][])('says what to do when %s, and tries again', async (_, failing, said) => {
    let answer = failing
    const panel = await open((request) => answer(request))
    expect(find(panel, '[role=alert]').textContent).toContain(said)
    expect(await violations()).toEqual([])
    answer = working
    button(panel, 'Thử lại').click()
    await expect.poll(() => panel.shadowRoot?.querySelector('camket-kind-choice')).toBeTruthy()
  })

  test('offers to go on with what was written before', async () => {
    requestDrafts('minh-an').save({ kind: 'complaint', fields: { message: 'x' } }, [], new Date())
    const panel = await open(working)
    button(find(panel, 'camket-kind-choice'), 'Viết tiếp').click()
    await settled(panel)
    expect(find(panel, '#heading').textContent).toBe('Khiếu nại')
  })

  test('takes up a request that was on its way, and shows its receipt', async () => {
    const values = { kind: 'support', fields: { message: 'x' } } as const
    const body = {
      kind: 'support',
      subject: 'x',
      message: 'x',
      locale: 'vi',
      customer: { name: 'Đào', phone: '0912345678' },
    } as const
    requestDrafts('minh-an').beginSending(values, [], body, new Date())
    const panel = await open(working)
    await expect.poll(() => find(panel, '#heading').textContent).toBe('Đã nhận yêu cầu')
    expect(find(find(panel, 'camket-receipt'), 'strong').textContent).toBe(receipt.code)
  })
})
