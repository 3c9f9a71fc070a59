import type { CustomerTicket } from '@camket/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { TicketView } from '../ticket-view/ticket-view.ts'
import type { TicketForm } from './ticket-form.ts'

const money = { amount: 100_000, currency: 'VND' }
const [sample] = ticket.remedies
if (!sample) throw new Error('The sample owes nothing')
const owing: CustomerTicket = {
  ...ticket,
  remedies: [
    {
      ...sample,
      choices: [
        { offer: 0, text: '100.000 ₫', amount: money, ways: ['bank', 'wallet', 'shop'] },
        { offer: 1, text: 'phiếu mua hàng 150.000 ₫', ways: ['email', 'phone', 'shop'] },
        { offer: 2, text: 'lời xin lỗi', ways: [] },
      ],
      can: { choose: true, dispute: true },
    },
  ],
}
const resolved: CustomerTicket = {
  ...ticket,
  status: 'resolved',
  outcome: 'repaired',
  remedies: [],
  can: { reply: false, withdraw: false, rate: true },
}

/** A form of a ticket's card, as its view puts it on the page; `answer` to what is said in it. */
async function mountForm(act: string, shown: CustomerTicket, answer: Answer, locale: 'vi' | 'en' = 'vi') {
  const session = await sessionOf(
    (request) => (request.method === 'GET' ? answerWith(shown) : answer(request)),
    locale,
  )
  const view = await mount<TicketView>('camket-ticket-view', { session, request: kept })
  await settled(view)
  const form = find<TicketForm>(view, `camket-ticket-form[act="${act}"]`)
  const fold = form.closest('details')
  if (fold) fold.open = true
  await settled(form)
  return { form, view, session }
}

const rate = (answer: Answer, shown = resolved, locale: 'vi' | 'en' = 'vi') =>
  mountForm('rating', shown, answer, locale)
const choose = (answer: Answer, locale: 'vi' | 'en' = 'vi') =>
  mountForm('remedies/rem_1/choice', owing, answer, locale)

const radios = (form: TicketForm) => [
  ...(form.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
]

/** As somebody does who moves through the buttons by keys. */
async function pick(form: TicketForm, place: number): Promise<void> {
  radios(form)[place]?.click()
  await settled(form)
}

async function send(form: TicketForm): Promise<void> {
  find(form, '.btn.primary').click()
  await settled(form)
}

const shownFields = (form: TicketForm) =>
  [...(form.shadowRoot?.querySelectorAll<HTMLElement>('fieldset[data-way] [name]') ?? [])]
    .filter((field) => field.checkVisibility())
    .map(({ id }) => id)

/** What was sent: the key, and the body. */
async function sentOf(request: Request): Promise<{ key: string | null; body: unknown }> {
  return { key: request.headers.get('Idempotency-Key'), body: await request.json() }
}

const ok = () => answerWith(ticket)

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('a rating', () => {
  test.each(['vi', 'en'] as const)(
    'is six levels in words, then why, and accessible in %s',
    async (locale) => {
      const { form } = await rate(ok, resolved, locale)
      expect(radios(form)).toHaveLength(6)
      expect(radios(form)[4]?.labels?.[0]?.textContent?.trim()).toBe(
        locale === 'vi' ? 'Trên mong đợi' : 'Above expectation',
      )
      expect(await violations()).toEqual([])
      await send(form)
      expect(await violations()).toEqual([])
    },
  )

  test('is sent once under one key though the first answer is lost, and the page is told of code and level', async () => {
    const sent: { key: string | null; body: unknown }[] = []
    const { form, session } = await rate(async (request) => {
      sent.push(await sentOf(request))
      if (sent.length === 1) throw new TypeError('network')
      return ok()
    })
    await pick(form, 4)
    type(form, '#reason', '{"about":"convenience","cause":"time"}')
    type(form, '#comment', '  Đến đúng giờ ')
    await send(form)
    find(form, '.btn.primary').click()
    await expect.poll(() => form.shadowRoot?.querySelector('.notice')?.textContent).toContain('Đang thử lại')
    expect(find(form, '.notice').textContent).toContain('Đã lưu trên máy này')
    find(form, '.notice button').click()
    await expect.poll(() => session.said.at(-1)).toBe('Đã ghi đánh giá. Cảm ơn quý khách.')
    const body = { level: 5, about: 'convenience', cause: 'time', comment: 'Đến đúng giờ' }
    expect(sent.map((one) => one.body)).toEqual([body, body])
    expect(sent[0]?.key).toMatch(/^[\w-]{20,}$/)
    expect(sent[1]?.key).toBe(sent[0]?.key)
    expect(session.told).toContainEqual(['rated', { code: kept.code, level: 5 }])
    expect(localStorage.getItem(`camket:minh-an:rating:${kept.code}`)).toBeNull()
  })

  test('says no more than the level where nothing more is filled in', async () => {
    const bodies: unknown[] = []
    const { form } = await rate(async (request) => {
      bodies.push((await sentOf(request)).body)
      return ok()
    })
    await pick(form, 5)
    await send(form)
    await expect.poll(() => bodies).toEqual([{ level: 6 }])
  })

  test('asks for a level first, at the levels, until one is picked', async () => {
    let sent = 0
    const { form } = await rate(() => {
      sent += 1
      return ok()
    })
    await send(form)
    expect(find(form, '#_level-error').textContent).toBe('Xin chọn một mục.')
    expect(form.shadowRoot?.activeElement).toBe(radios(form)[0])
    const invalid = () => radios(form).map((radio) => radio.getAttribute('aria-invalid'))
    expect(new Set(invalid())).toEqual(new Set(['true']))
    await pick(form, 2)
    expect(new Set(invalid())).toEqual(new Set(['false']))
    expect(find(form, '#_level-error').textContent).toBe('')
    expect(sent).toBe(0)
  })

  test('survives a refresh as it was filled in', async () => {
    const { form } = await rate(ok)
    await pick(form, 3)
    type(form, '#reason', '{"about":"product"}')
    type(form, '#comment', 'Máy tốt')
    const { form: later } = await rate(ok)
    expect(radios(later)[3]?.checked).toBe(true)
    expect(find<HTMLSelectElement>(later, '#reason').value).toBe('{"about":"product"}')
    expect(find<HTMLTextAreaElement>(later, '#comment').value).toBe('Máy tốt')
  })

  test('whose answer was lost with the page goes on under its key when it is seen again', async () => {
    const keys: (string | null)[] = []
    const { form, view } = await rate(async (request) => {
      keys.push((await sentOf(request)).key)
      throw new TypeError('network')
    })
    await pick(form, 3)
    await send(form)
    await expect.poll(() => keys).toHaveLength(1)
    view.remove()
    await rate(async (request) => {
      keys.push((await sentOf(request)).key)
      return answerWith(resolved)
    })
    await expect.poll(() => keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
  })

  test('keeps everything when it is refused, says what to do, and goes under a new key once it is changed', async () => {
    const keys: (string | null)[] = []
    const { form, session } = await rate(async (request) => {
      keys.push((await sentOf(request)).key)
      return refuseWith('act_not_possible', 409)
    })
    await pick(form, 1)
    type(form, '#comment', 'Chưa xong đâu')
    await send(form)
    await expect
      .poll(() => form.shadowRoot?.querySelector('[role=alert]')?.textContent)
      .toContain('Xem lại yêu cầu')
    expect(radios(form)[1]?.checked).toBe(true)
    expect(find<HTMLTextAreaElement>(form, '#comment').value).toBe('Chưa xong đâu')
    expect(localStorage.getItem(`camket:minh-an:rating:${kept.code}`)).toContain('Chưa xong đâu')
    await pick(form, 0)
    await send(form)
    await expect.poll(() => keys).toHaveLength(2)
    expect(keys[1]).not.toBe(keys[0])
    expect(session.told.map(([name]) => name)).not.toContain('rated')
  })

  test('begins with what was said before, where it is said otherwise', async () => {
    const rating = {
      level: 2,
      about: 'people',
      cause: 'skill',
      comment: 'Thợ vội',
      at: '2026-11-24T02:00:00Z',
    } as const
    const { form } = await rate(ok, { ...resolved, rating })
    expect(radios(form)[1]?.checked).toBe(true)
    expect(find<HTMLSelectElement>(form, '#reason').selectedOptions[0]?.text.trim()).toBe(
      'Con người: Kỹ năng',
    )
    expect(find<HTMLTextAreaElement>(form, '#comment').value).toBe('Thợ vội')
  })

  test('is chosen by keys, and fits into 320 px', async () => {
    const { form, view } = await rate(ok)
    document.body.style.inlineSize = '320px'
    for (const label of form.shadowRoot?.querySelectorAll('label.check') ?? []) {
      expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    }
    expect(view.scrollWidth).toBeLessThanOrEqual(view.clientWidth)
    document.body.removeAttribute('style')
    // One group: the arrow keys go from one to the next, Tab goes past.
    expect(new Set(radios(form).map(({ name }) => name)).size).toBe(1)
  })
})

describe('the choice of a remedy', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, with the fields of every way', async (locale) => {
    const { form } = await choose(ok, locale)
    expect(await violations()).toEqual([])
    for (const place of [0, 1, 3]) {
      await pick(form, place)
      expect(await violations()).toEqual([])
    }
  })

  test('asks for what belongs to the way that is picked, and leads to what is missing', async () => {
    let sent = 0
    const { form } = await choose(() => {
      sent += 1
      return ok()
    })
    expect(shownFields(form)).toEqual([])
    await send(form)
    expect(find(form, '#_take-error').textContent).toBe('Xin chọn một mục.')
    await pick(form, 1)
    expect(shownFields(form)).toEqual(['provider', 'wallet-phone'])
    await pick(form, 0)
    expect(shownFields(form)).toEqual(['bank', 'account', 'holder'])
    type(form, '#bank', 'Vietcombank')
    type(form, '#account', '   ')
    await send(form)
    expect(form.shadowRoot?.activeElement?.id).toBe('account')
    expect(find(form, '#account-error').textContent).toBe('Chưa điền mục này.')
    expect(find(form, '#account').getAttribute('aria-invalid')).toBe('true')
    type(form, '#account', '1')
    expect(find(form, '#account-error').textContent).toBe('')
    expect(sent).toBe(0)
  })

  test('is sent once, under one key, though the first answer is lost; no account is left in it or on the device', async () => {
    const bodies: string[] = []
    const { form, session } = await choose(async (request) => {
      bodies.push(`${request.headers.get('Idempotency-Key')} ${await request.text()}`)
      if (bodies.length === 1) throw new TypeError('network')
      return answerWith(owing)
    })
    await pick(form, 0)
    type(form, '#bank', 'Vietcombank')
    type(form, '#account', '0071000987654')
    type(form, '#holder', 'NGUYEN THI DAO')
    await send(form)
    await expect.poll(() => form.shadowRoot?.querySelector('.notice')?.textContent).toContain('Đang thử lại')
    // Nothing of it is kept, and nobody is told that it were.
    expect(JSON.stringify(localStorage)).not.toContain('0071000987654')
    expect(find(form, '.notice').textContent).toContain('xin đừng đóng trang')
    find(form, '.notice button').click()
    await expect.poll(() => session.said.at(-1)).toBe('Đã ghi cách nhận.')
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toBe(bodies[1])
    expect(JSON.parse(bodies[0]?.replace(/^\S+ /, '') ?? '')).toEqual({
      offer: 0,
      payTo: { way: 'bank', bank: 'Vietcombank', account: '0071000987654', holder: 'NGUYEN THI DAO' },
    })
    expect(find<HTMLInputElement>(form, '#account').value).toBe('')
    expect(shownFields(form)).toEqual([])
  })

  test('sends no account for what takes none, though one was written', async () => {
    let body: unknown
    const { form } = await choose(async (request) => {
      body = await request.json()
      return ok()
    })
    await pick(form, 0)
    type(form, '#account', '0071000987654')
    await pick(form, 6)
    await send(form)
    await expect.poll(() => body).toEqual({ offer: 2 })
  })

  test('shows what was refused beside its field, and keeps what was typed', async () => {
    const { form } = await choose(() =>
      refuseWith('invalid_body', 422, {
        errors: [{ pointer: '/payTo/account', code: 'card_number_given', message: '' }],
      }),
    )
    await pick(form, 0)
    for (const [name, value] of [
      ['bank', 'ACB'],
      ['account', '9704361234567890'],
      ['holder', 'DAO'],
    ] as const)
      type(form, `#${name}`, value)
    await send(form)
    await expect.poll(() => find(form, '#account-error').textContent).toContain('số thẻ')
    expect(find<HTMLInputElement>(form, '#account').value).toBe('9704361234567890')
    expect(form.shadowRoot?.activeElement?.id).toBe('account')
  })

  test('shows what was refused of a wallet at the wallet, though another way has a field of that name', async () => {
    const { form } = await choose(() =>
      refuseWith('invalid_body', 422, {
        errors: [{ pointer: '/payTo/phone', code: 'mobile_invalid', message: '' }],
      }),
    )
    await pick(form, 1)
    type(form, '#wallet-phone', '024 3825 1234')
    await send(form)
    await expect
      .poll(() => find(form, '#wallet-phone-error').textContent)
      .toContain('Số điện thoại chưa đúng')
    expect(find(form, '#phone-error').textContent).toBe('')
  })

  test('can be answered by "I do not agree", with nothing more said', async () => {
    const asked: string[] = []
    const { form, session } = await mountForm('remedies/rem_1/dispute', owing, async (request) => {
      asked.push(`${new URL(request.url).pathname} ${await request.text()}`)
      return ok()
    })
    expect(await violations()).toEqual([])
    button(form, 'Gửi ý kiến không đồng ý').click()
    await expect.poll(() => session.said.at(-1)).toContain('Đã ghi ý kiến của quý khách')
    expect(asked).toEqual([`/api/v1/tickets/${kept.code}/remedies/rem_1/dispute {}`])
  })
})
