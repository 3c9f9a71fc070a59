import type { FileTicketInput } from '@camket/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, violations } from '../testing/mount.ts'
import { receipt, sessionOf } from '../testing/sample.ts'
import type { ReceiptView } from './receipt.ts'

const silent = () => new Response(null, { status: 500 })
const filed: FileTicketInput = {
  kind: 'warranty',
  subject: 'x',
  message: 'x',
  locale: 'vi',
  customer: { name: 'Đào', email: 'dao@k.example' },
}
const mountReceipt = async (locale: 'vi' | 'en', customer = filed.customer) =>
  mount<ReceiptView>('camket-receipt', {
    session: await sessionOf(silent, locale),
    receipt,
    filed: { ...filed, customer },
  })

afterEach(() => document.body.replaceChildren())

describe('the receipt', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    const view = await mountReceipt(locale)
    button(view, locale === 'vi' ? 'Chép' : 'Copy').click()
    await settled(view)
    expect(await violations()).toEqual([])
  })

  test('shows the code, each deadline with the exact instant, and where the receipt went', async () => {
    const view = await mountReceipt('vi')
    expect(find(view, 'strong').textContent).toBe(receipt.code)
    expect(find<HTMLTimeElement>(view, 'time').dateTime).toBe('2099-11-23T07:00:00Z')
    expect(find(view, 'time').title).toContain('14:00:00')
    expect(view.shadowRoot?.textContent).toContain('dao@k.example')
  })

  test('tells who left no address to keep the link, and gives it where copying is not allowed', async () => {
    const view = await mountReceipt('vi', { name: 'Đào', phone: '0912345678' })
    expect(view.shadowRoot?.textContent).toContain('Xin giữ đường dẫn riêng')
    const { clipboard } = navigator
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    button(view, 'Chép').click()
    await settled(view)
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
    expect(find<HTMLInputElement>(view, 'input').value).toBe(receipt.statusUrl)
  })
})
