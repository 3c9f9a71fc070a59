import { afterEach, describe, expect, test, vi } from 'vitest'
import { button, find, mount, settled, summary, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { TicketView } from './ticket-view.ts'

const replyForm = 'camket-ticket-form[act=messages]'

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
      summary(view, locale === 'vi' ? 'Rút lại yêu cầu' : 'Withdraw request').click()
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

  test('gives way to another that the page asks for, whatever still comes of the first', async () => {
    const answers: ((answer: Response) => void)[] = []
    const { view } = await mountView(() => new Promise((done) => answers.push(done)))
    answers[0]?.(answerWith(ticket))
    await expect.poll(() => view.shadowRoot?.textContent).toContain(ticket.code)
    type(find(view, replyForm), '#reply', 'Của yêu cầu này.')
    const other = { ...kept, code: 'MINH-AN-1001-BB' }
    view.request = other
    await settled(view)
    expect(view.shadowRoot?.querySelector(replyForm)).toBeNull()
    view.request = { ...kept }
    await settled(view)
    answers[2]?.(answerWith({ ...ticket, subject: 'Cái đúng' }))
    await expect.poll(() => view.shadowRoot?.textContent).toContain('Cái đúng')
    answers[1]?.(answerWith({ ...ticket, code: other.code, subject: 'Cái khác' }))
    await settled(view)
    expect(view.shadowRoot?.textContent).not.toContain('Cái khác')
    expect(find<HTMLTextAreaElement>(find(view, replyForm), '#reply').value).toBe('Của yêu cầu này.')
  })

  test('is asked for again by the tag of its card, and what is typed meanwhile stays', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const asked: (string | null)[] = []
    let shown = ticket
    const { view } = await mountView((request) => {
      asked.push(new URL(request.url).searchParams.get('card'))
      return answerWith(shown)
    })
    const form = find(view, replyForm)
    type(form, '#reply', 'Đang viết')
    vi.advanceTimersByTime(30_000)
    await expect.poll(() => asked).toEqual(['true', expect.stringMatching(/^\d+$/)])
    await settled(view)
    expect(view.shadowRoot?.textContent).toContain('Chúng tôi sẽ đến xem máy.')
    shown = { ...ticket, subject: 'Ngăn đá vẫn không đông' }
    vi.advanceTimersByTime(30_000)
    await expect.poll(() => view.shadowRoot?.textContent).toContain('Ngăn đá vẫn không đông')
    expect(find(view, replyForm)).toBe(form)
    expect(find<HTMLTextAreaElement>(form, '#reply').value).toBe('Đang viết')
    vi.useRealTimers()
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
    const form = find(view, replyForm)
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
      const can = { reply: false, withdraw: false, rate: false }
      return answerWith({ ...ticket, status: 'resolved', outcome: 'withdrawn', can })
    })
    const first = summary(view, 'Rút lại yêu cầu')
    const yes = () => button(find(view, 'camket-ticket-form[act=withdrawal]'), 'Rút lại')
    first.click()
    await settled(view)
    expect(yes().checkVisibility()).toBe(true)
    // What a careless second press does: it closes again.
    first.click()
    await settled(view)
    expect(yes().checkVisibility()).toBe(false)
    expect(posted).toEqual([])
    first.click()
    yes().click()
    await expect.poll(() => view.shadowRoot?.textContent).toContain('đã rút lại')
    expect(posted).toHaveLength(1)
    expect(view.shadowRoot?.querySelector(replyForm)).toBeNull()
  })

  test('can have a choice of what is owed said otherwise, and closes it when it was', async () => {
    const [remedy] = ticket.remedies
    if (!remedy) throw new Error('The sample owes nothing')
    const chosen = { ...ticket, remedies: [{ ...remedy, state: 'chosen', chosen: 0 }] }
    const { view } = await mountView(() => answerWith(chosen))
    const again = summary(view, 'Đổi cách nhận')
    const choice = find(view, 'camket-ticket-form[act$=choice]')
    expect(choice.checkVisibility()).toBe(false)
    again.click()
    await settled(view)
    expect(choice.checkVisibility()).toBe(true)
    find<HTMLInputElement>(choice, '[data-way=shop]').click()
    await settled(view)
    button(choice, 'Gửi lựa chọn').click()
    await expect.poll(() => choice.checkVisibility()).toBe(false)
    expect(view.shadowRoot?.activeElement).toBe(again)
  })

  test.each(['vi', 'en'] as const)(
    'that is resolved asks for a rating, shows it and takes another, in %s',
    async (locale) => {
      const can = { reply: true, withdraw: false, rate: true }
      const done = { ...ticket, status: 'resolved', outcome: 'repaired', can }
      const given = {
        level: 2,
        about: 'people',
        cause: 'attitude',
        comment: 'Cộc lốc',
        at: '2026-11-24T02:00:00Z',
      }
      const { view } = await mountView(
        (request) => answerWith(request.method === 'GET' ? done : { ...done, rating: given }),
        locale,
      )
      const rating = find(view, 'camket-ticket-form[act=rating]')
      expect(rating.checkVisibility()).toBe(true)
      expect(await violations()).toEqual([])
      find<HTMLInputElement>(rating, '[type=radio]').click()
      await settled(view)
      expect(await violations()).toEqual([])
      find(rating, '.btn.primary').click()
      await expect.poll(() => rating.checkVisibility()).toBe(false)
      const said = locale === 'vi' ? 'Cơ bản · Con người: Thái độ' : 'Basic · People: Attitude'
      expect(view.shadowRoot?.textContent).toContain(`${said}\nCộc lốc`)
      expect(view.shadowRoot?.activeElement).toBe(
        summary(view, locale === 'vi' ? 'Đổi đánh giá' : 'Change your rating'),
      )
      expect(await violations()).toEqual([])
    },
  )

  test('that is not done yet asks for none, and one that was rated before shows it all the same', async () => {
    const given = { level: 6, at: '2026-11-24T02:00:00Z' }
    const { view } = await mountView(() => answerWith({ ...ticket, rating: given }))
    expect(view.shadowRoot?.textContent).toContain('Xuất sắc')
    expect(view.shadowRoot?.querySelector('[act=rating]')).toBeNull()
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
