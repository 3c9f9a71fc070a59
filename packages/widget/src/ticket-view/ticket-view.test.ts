import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { TicketView } from './ticket-view.ts'

async function mountView(answer: Answer, locale: 'vi' | 'en' = 'vi') {
  const session = await sessionOf(answer, locale)
  const view = await mount<TicketView>('camket-ticket-view', { session, request: kept })
  await settled(view)
  return { view, session }
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('a request', () => {
  test.each(['vi', 'en'] as const)(
    'is accessible in %s, also while asking whether to withdraw',
    async (locale) => {
      const { view } = await mountView(() => answerWith(ticket), locale)
      expect(await violations()).toEqual([])
      button(view, locale === 'vi' ? 'Rút lại yêu cầu' : 'Withdraw request').click()
      await settled(view)
      expect(await violations()).toEqual([])
    },
  )

  test('shows every deadline with its state, what is owed, and the conversation', async () => {
    const { view } = await mountView(() => answerWith(ticket))
    const text = view.shadowRoot?.textContent ?? ''
    for (const said of ['đã trễ', 'trước 17:30', '50.000', 'đang nợ', 'Chúng tôi sẽ đến xem máy.']) {
      expect(text).toContain(said)
    }
  })

  test('is asked for with its key, in the customer’s language', async () => {
    let asked: Request | undefined
    await mountView((request) => {
      asked = request
      return answerWith(ticket)
    }, 'en')
    expect(asked?.headers.get('Authorization')).toBe(`Bearer ${kept.key}`)
    expect(new URL(asked?.url ?? '').searchParams.get('locale')).toBe('en')
  })

  test('takes a reply once, under one key, though the first answer is lost', async () => {
    const sent: (string | null)[] = []
    const { view } = await mountView(async (request) => {
      if (request.method === 'GET') return answerWith(ticket)
      sent.push(`${request.headers.get('Idempotency-Key')} ${await request.text()}`)
      if (sent.length === 1) throw new TypeError('network')
      return answerWith({
        ...ticket,
        messages: [...ticket.messages, { ...ticket.messages[0], text: 'Máy kêu to.' }],
      })
    })
    const form = find(view, 'camket-reply-form')
    type(form, '#reply', 'Máy kêu to.')
    find(form, '.btn.primary').click()
    find(form, '.btn.primary').click()
    await expect.poll(() => button(form, 'Thử gửi lại ngay')).toBeTruthy()
    button(form, 'Thử gửi lại ngay').click()
    await expect.poll(() => view.shadowRoot?.textContent).toContain('Máy kêu to.')
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])
    expect(find<HTMLTextAreaElement>(form, '#reply').value).toBe('')
  })

  test('is withdrawn only after a second word, and then takes no more', async () => {
    const posted: string[] = []
    const { view } = await mountView((request) => {
      if (request.method === 'GET') return answerWith(ticket)
      posted.push(request.url)
      const can = { reply: false, withdraw: false }
      return answerWith({ ...ticket, status: 'resolved', outcome: 'withdrawn', can })
    })
    button(view, 'Rút lại yêu cầu').click()
    await settled(view)
    expect(view.shadowRoot?.activeElement?.textContent).toContain('Giữ yêu cầu')
    expect(posted).toEqual([])
    find(view, '.danger').click()
    await expect.poll(() => view.shadowRoot?.textContent).toContain('đã rút lại')
    expect(posted).toHaveLength(1)
    expect(view.shadowRoot?.querySelector('camket-reply-form')).toBeNull()
  })

  test('says what to do when it cannot be had, and tries again', async () => {
    let calls = 0
    const { view } = await mountView(() =>
      calls++ === 0 ? refuseWith('key_wrong', 401) : answerWith(ticket),
    )
    expect(find(view, '[role=alert]').textContent).toContain('Dùng đường dẫn trong thư biên nhận')
    button(view, 'Thử lại').click()
    await expect.poll(() => view.shadowRoot?.textContent).toContain(ticket.subject)
  })
})
