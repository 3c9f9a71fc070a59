import { afterEach, describe, expect, test, vi } from 'vitest'
import { requestDrafts } from '../request-form/request-drafts.ts'
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

/** A request that a page was sending when it went away. */
function begin(at = new Date()) {
  const values = { kind: 'support', fields: { message: 'x' } } as const
  const customer = { name: 'Đào', phone: '0912345678' }
  const body = { kind: 'support', subject: 'x', message: 'x', locale: 'vi', customer } as const
  return requestDrafts('minh-an').beginSending(values, [], body, at)
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
    button(panel, 'Bảo hành').click()
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
    button(panel, 'Khiếu nại').click()
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
    await expect.poll(() => panel.shadowRoot?.querySelector('.kinds')).toBeTruthy()
  })

  test('offers to go on with what was written before', async () => {
    requestDrafts('minh-an').save({ kind: 'complaint', fields: { message: 'x' } }, [], new Date())
    const panel = await open(working)
    button(panel, 'Viết tiếp').click()
    await settled(panel)
    expect(find(panel, '#heading').textContent).toBe('Khiếu nại')
  })

  test('takes up a request that was on its way, and shows its receipt', async () => {
    begin()
    const panel = await open(working)
    await expect.poll(() => find(panel, '#heading').textContent).toBe('Đã nhận yêu cầu')
    expect(find(panel, 'strong').textContent).toBe(receipt.code)
  })
})

describe('a request that was on its way when a page went away', () => {
  const noted = (sent: Request[]): Answer => {
    return (request) => {
      sent.push(request.clone())
      return working(request)
    }
  }
  const filings = (sent: Request[]) => sent.filter(({ url }) => url.endsWith('/tickets'))

  test('goes on at the next page untouched, tells the page, and its receipt is there when it is opened', async () => {
    begin()
    expect(localStorage.getItem('camket:minh-an:requests')).toBe('[]')
    const sent: Request[] = []
    const { element, panel, told } = panelFor(noted(sent))
    const field = document.createElement('input')
    document.body.replaceChildren(element, field)
    field.focus()
    await expect.poll(() => told.map(([name]) => name)).toEqual(['submitted'])
    expect(filings(sent)).toHaveLength(1)
    expect(panel.isOpen).toBe(false)
    expect(document.activeElement).toBe(field)
    await panel.show()
    expect(find(panel, 'strong').textContent).toBe(receipt.code)
    expect(told.at(-1)).toEqual(['view', { view: 'receipt', kind: 'support', code: receipt.code }])
    element.remove()
    const next = panelFor(noted(sent)).element
    document.body.replaceChildren(next)
    await settled(next)
    expect(filings(sent)).toHaveLength(1)
  })

  test('goes on in two tabs under one key: both have the receipt, and one page is told', async () => {
    const { idempotencyKey } = begin()
    const sent: Request[] = []
    const tabs = [panelFor(noted(sent)), panelFor(noted(sent))]
    document.body.replaceChildren(...tabs.map(({ element }) => element))
    for (const { panel } of tabs) {
      await expect.poll(() => panel.shadowRoot?.querySelector('strong')?.textContent).toBe(receipt.code)
    }
    expect(filings(sent).map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([
      idempotencyKey,
      idempotencyKey,
    ])
    expect(tabs.flatMap(({ told }) => told).filter(([name]) => name === 'submitted')).toHaveLength(1)
  })

  test('waits for the network', async () => {
    begin()
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const sent: Request[] = []
    const { element, told } = panelFor(noted(sent))
    document.body.replaceChildren(element)
    await settled(element)
    expect(sent).toEqual([])
    isOnline.mockRestore()
    dispatchEvent(new Event('online'))
    await expect.poll(() => told.map(([name]) => name)).toEqual(['submitted'])
  })

  test.each([
    ['there is none', () => localStorage.setItem('camket:minh-an:requests', '[]')],
    ['the server may have forgotten its key', () => begin(new Date(Date.now() - 23 * 3_600_000))],
  ])('asks for nothing, and is loaded for no more, when %s', async (_, before) => {
    before()
    const sent: Request[] = []
    const { element, told } = panelFor(noted(sent))
    document.body.replaceChildren(element)
    await settled(element)
    expect(sent).toEqual([])
    expect(told).toEqual([])
    expect(localStorage.getItem('camket:minh-an:requests')).toBeNull()
  })
})
