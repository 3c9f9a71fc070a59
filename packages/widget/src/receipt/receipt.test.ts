import type { FileTicketInput } from '@camket/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import { button, drawPart, find, settled, violations } from '../testing/mount.ts'
import { receipt, sessionOf } from '../testing/sample.ts'
import { type Copied, receiptSheet, receiptView } from './receipt.ts'

const silent = () => new Response(null, { status: 500 })
const filed: FileTicketInput = {
  kind: 'warranty',
  subject: 'x',
  message: 'x',
  locale: 'vi',
  customer: { name: 'Đào', email: 'dao@k.example' },
}

/** A receipt that is drawn again when the link was copied, as the panel draws it. */
async function draw(locale: 'vi' | 'en', customer = filed.customer) {
  const session = await sessionOf(silent, locale)
  const acts: string[] = []
  const view = document.createElement('div')
  const drawn = (copied?: Copied): HTMLElement => {
    const content = receiptView(
      session,
      { receipt, filed: { ...filed, customer } },
      {
        copied,
        onCopied: drawn,
        onFollow: () => void acts.push('follow'),
        onAnother: () => void acts.push('another'),
      },
    )
    return drawPart(content, receiptSheet, view)
  }
  return { view: drawn(), acts, session }
}

afterEach(() => document.body.replaceChildren())

describe('the receipt', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s', async (locale) => {
    const { view } = await draw(locale)
    expect(await violations()).toEqual([])
    button(view, locale === 'vi' ? 'Chép' : 'Copy').click()
    await settled(view)
    expect(await violations()).toEqual([])
  })

  test('shows the code, each deadline with the exact instant, and where the receipt went', async () => {
    const { view } = await draw('vi')
    expect(find(view, 'strong').textContent).toBe(receipt.code)
    expect(find<HTMLTimeElement>(view, 'time').dateTime).toBe('2099-11-23T07:00:00Z')
    expect(view.shadowRoot?.textContent).toContain('dao@k.example')
  })

  test('tells who left no address to keep the link, and gives it where copying is not allowed', async () => {
    const { view, session } = await draw('vi', { name: 'Đào', phone: '0912345678' })
    expect(view.shadowRoot?.textContent).toContain('Xin giữ đường dẫn riêng')
    const { clipboard } = navigator
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    button(view, 'Chép').click()
    await settled(view)
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
    expect(find<HTMLInputElement>(view, 'input').value).toBe(receipt.statusUrl)
    expect(session.said.at(-1)).toBe(session.words.receipt.notCopied)
    expect(await violations()).toEqual([])
  })

  test('leads on to the request, and to another', async () => {
    const { view, acts } = await draw('vi')
    button(view, 'Theo dõi').click()
    button(view, 'Gửi yêu cầu khác').click()
    expect(acts).toEqual(['follow', 'another'])
  })
})
