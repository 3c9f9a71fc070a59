import type { FileTicketInput } from '@camket/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import { keptRequests } from '../session/kept-requests.ts'
import { button, find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, preview, receipt, refuseWith, sessionOf } from '../testing/sample.ts'
import { requestDrafts } from './request-drafts.ts'
import type { RequestForm } from './request-form.ts'

type Filing = { key: string | null; body: FileTicketInput }

/** The API: previews are answered, filings are noted and answered in turn; the last answer stays. */
function apiOf(...answers: Answer[]): { answer: Answer; filings: Filing[] } {
  const filings: Filing[] = []
  const answer: Answer = async (request) => {
    if (request.url.endsWith('/deadlines')) return answerWith(preview)
    filings.push({ key: request.headers.get('Idempotency-Key'), body: await request.clone().json() })
    const given = answers[Math.min(filings.length, answers.length) - 1]
    if (!given) throw new Error('Nothing should be filed here.')
    return given(request)
  }
  return { answer, filings }
}
const taken: Answer = () => answerWith(receipt, 201)
const lost: Answer = () => {
  throw new TypeError('network')
}

async function mountForm(
  answer: Answer,
  kind: 'warranty' | 'support' = 'warranty',
  locale: 'vi' | 'en' = 'vi',
) {
  const session = await sessionOf(answer, locale)
  const form = await mount<RequestForm>('camket-request-form', { session, kind })
  return { form, session }
}

async function fill(form: RequestForm): Promise<void> {
  type(form, '#message', 'Ngăn đá không đông, Ệ ữ.')
  type(form, '#name', 'Đào')
  type(form, '#phone', '0912 345 678')
  await settled(form)
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('the request form', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, empty and with errors', async (locale) => {
    const { form } = await mountForm(apiOf().answer, 'warranty', locale)
    expect(await violations()).toEqual([])
    find(form, '.btn.primary').click()
    await settled(form)
    expect(await violations()).toEqual([])
  })

  test('tells the deadlines and the coverage before anything is sent', async () => {
    const { form } = await mountForm(apiOf().answer)
    await expect.poll(() => find(form, '.coverage').textContent).toContain('Còn bảo hành đến')
    const promise = find(form, '.promise').textContent
    expect(promise).toContain('trước 14:00')
    expect(promise).toContain('phiếu mua hàng 50.000')
  })

  test('lists what is wrong, takes focus there, and leads to the field', async () => {
    const { form } = await mountForm(apiOf().answer, 'support')
    find(form, '.btn.primary').click()
    await settled(form)
    expect(form.shadowRoot?.activeElement).toBe(find(form, '.summary'))
    button(form, 'Họ và tên').click()
    expect(form.shadowRoot?.activeElement?.id).toBe('name')
    type(form, '#name', 'Đào')
    await settled(form)
    expect(find(form, '#name').getAttribute('aria-invalid')).toBeNull()
  })

  test('files one request however often the button is pressed', async () => {
    const { answer, filings } = apiOf(taken)
    const { form } = await mountForm(answer)
    await fill(form)
    const received = next<{ receipt: typeof receipt }>(form, 'received')
    for (let press = 0; press < 5; press++) find(form, '.btn.primary').click()
    expect((await received).receipt.code).toBe(receipt.code)
    expect(filings).toHaveLength(1)
    expect(filings[0]?.body.message).toBe('Ngăn đá không đông, Ệ ữ.')
    expect(keptRequests('minh-an').map(({ code }) => code)).toEqual([receipt.code])
    expect(requestDrafts('minh-an').read(new Date())).toBeUndefined()
  })

  test('sends the same again, under the same key, when an answer was lost', async () => {
    const { answer, filings } = apiOf(lost, taken)
    const { form, session } = await mountForm(answer)
    await fill(form)
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await expect.poll(() => button(form, 'Thử gửi lại ngay')).toBeTruthy()
    expect(session.said.join()).toContain('Chưa nhận được hồi đáp')
    button(form, 'Thử gửi lại ngay').click()
    await received
    expect(filings[1]).toEqual(filings[0])
  })

  test('takes up a request that a reload interrupted, word for word', async () => {
    const never = apiOf(() => new Promise<Response>(() => {}))
    const first = await mountForm(never.answer)
    await fill(first.form)
    find(first.form, '.btn.primary').click()
    await expect.poll(() => never.filings.length).toBe(1)
    first.form.remove()

    const { answer, filings } = apiOf(taken)
    const { form } = await mountForm(answer)
    await expect.poll(() => filings.length).toBe(1)
    expect(filings).toEqual(never.filings)
    await settled(form)
    expect(requestDrafts('minh-an').read(new Date())).toBeUndefined()
  })

  test('keeps what was written over a reload', async () => {
    const { form } = await mountForm(apiOf().answer)
    await fill(form)
    expect(find(form, '.saved').textContent).toContain('Đã lưu nháp trên máy này lúc')
    const again = await mountForm(apiOf().answer)
    expect(find<HTMLTextAreaElement>(again.form, '#message').value).toBe('Ngăn đá không đông, Ệ ữ.')
  })

  test('puts what the server refused beside its field, and sends the correction under a new key', async () => {
    const errors = [{ pointer: '/customer/phone', code: 'invalid', message: '' }]
    const { answer, filings } = apiOf(() => refuseWith('invalid_body', 422, { errors }), taken)
    const { form } = await mountForm(answer)
    await fill(form)
    find(form, '.btn.primary').click()
    await expect.poll(() => find(form, '#phone').getAttribute('aria-invalid')).toBe('true')
    expect(find<HTMLTextAreaElement>(form, '#message').value).toBe('Ngăn đá không đông, Ệ ữ.')
    const received = next(form, 'received')
    type(form, '#phone', '0987 654 321')
    find(form, '.btn.primary').click()
    await received
    expect(filings[1]?.key).not.toBe(filings[0]?.key)
  })

  test('says how long it has to wait when there are too many requests', async () => {
    const { answer } = apiOf(() => refuseWith('rate_limited', 429, {}, { 'Retry-After': '42' }))
    const { form } = await mountForm(answer)
    await fill(form)
    find(form, '.btn.primary').click()
    await expect.poll(() => find(form, '.held').textContent).toMatch(/sau 4[12] giây/)
    expect(await violations()).toEqual([])
  })

  test('has a trap that people do not come to, and says when something is in it', async () => {
    const { answer, filings } = apiOf(taken)
    const { form } = await mountForm(answer)
    await fill(form)
    const trap = find<HTMLInputElement>(form, '#website')
    expect([trap.tabIndex, trap.getAttribute('aria-hidden')]).toEqual([-1, 'true'])
    expect(getComputedStyle(trap).clipPath).toBe('inset(50%)')
    trap.value = 'https://spam.example'
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await received
    expect(filings[0]?.body.website).toBe('https://spam.example')
  })

  test('can be thrown away', async () => {
    const { form } = await mountForm(apiOf().answer)
    await fill(form)
    button(form, 'Xóa nháp').click()
    await settled(form)
    expect(find<HTMLTextAreaElement>(form, '#message').value).toBe('')
    expect(requestDrafts('minh-an').read(new Date())).toBeUndefined()
  })
})
