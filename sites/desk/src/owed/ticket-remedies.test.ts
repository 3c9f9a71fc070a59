import type { DeskRemedy, DeskTicket } from '@camket/contracts'
import { beforeEach, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, ticket } from '../testing/sample.ts'
import type { TicketView } from '../ticket/ticket-view.ts'

const vnd = (amount: number) => ({ amount, currency: 'VND' })

const remedy: DeskRemedy = {
  id: 'rem_1',
  pledge: 'warranty-first-reply',
  state: 'chosen',
  owedAt: '2026-11-10T07:00:00Z',
  offers: [{ type: 'money', value: vnd(100_000) }],
  choices: [{ offer: 0, text: '200.000 ₫', amount: vnd(200_000), ways: ['bank', 'wallet', 'shop'] }],
  chosen: 0,
  amount: vnd(200_000),
  lines: [
    { reason: 'missed', text: 'Trễ hạn: 100.000 ₫', amount: 100_000 },
    { reason: 'late_penalty', text: 'Phạt trả chậm: 100.000 ₫', amount: 100_000 },
  ],
  factsNeeded: [],
  grows: false,
  overdue: true,
  settleBy: '2026-11-13T10:30:00Z',
  payee: { way: 'bank', bank: 'Vietcombank', account: '0071000987654', holder: 'NGUYEN THI DAO' },
}
const owing: DeskTicket = {
  ...ticket,
  status: 'resolved',
  outcome: 'repaired',
  remedies: [remedy],
  acts: ['answer', 'note', 'settle_remedy', 'waive_remedy', 'close'],
}

type Sent = { readonly path: string; readonly body: unknown; readonly key: string | null }

/** The ticket in the desk; what is sent to the API, and answers to it. */
async function mountTicket(answer: () => Response = () => answerWith(owing)) {
  const sent: Sent[] = []
  const context = contextOf(async (request) => {
    if (request.method === 'GET') return answerWith(owing)
    const { pathname: path } = new URL(request.url)
    sent.push({ path, body: await request.json(), key: request.headers.get('Idempotency-Key') })
    return answer()
  })
  const view = await mount<TicketView>('camket-ticket', { context, code: owing.code, backTo: '/desk/' })
  await expect.poll(() => view.querySelector('#remedies')).toBeTruthy()
  return { view, sent }
}

const press = (within: ParentNode, words: string) => {
  const button = [...within.querySelectorAll<HTMLElement>('wa-button')].find((one) =>
    one.textContent?.includes(words),
  )
  if (!button) throw new Error(`There is no button "${words}"`)
  button.click()
}

const form = (view: TicketView, dialog: string): HTMLFormElement => {
  const found = view.querySelector<HTMLFormElement>(`${dialog} form`)
  if (!found) throw new Error(`${dialog} is not open`)
  return found
}

beforeEach(() => document.body.replaceChildren())

test('a request shows what it owes line by line, to whom, and that it is overdue', async () => {
  const { view } = await mountTicket()
  const text = view.querySelector('#remedies')?.textContent ?? ''
  for (const said of ['200.000', 'Phạt trả chậm: 100.000', 'quá hạn', 'Vietcombank', '0071000987654'])
    expect(text).toContain(said)
  expect(await violations(view)).toEqual([])
})

test('settling sends the amount that was shown, once under one key, and says when it has changed', async () => {
  const { view, sent } = await mountTicket(() => refuseWith('amount_changed', 409))
  press(view, 'Ghi đã trả')
  await settled(view)
  const dialog = form(view, 'camket-settle-dialog')
  const reference = dialog.querySelector<HTMLElement & { value: string }>('wa-input[name=reference]')
  if (!reference) throw new Error('There is no field for the reference')
  reference.value = 'FT26328'
  await settled(view)
  dialog.requestSubmit()
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]).toMatchObject({
    path: `/api/v1/desk/tickets/${owing.code}/remedies/rem_1/settlement`,
    body: { reference: 'FT26328', seenAmount: vnd(200_000) },
  })
  expect(sent[0]?.key).toBeTruthy()
  await expect.poll(() => dialog.querySelector('.failure')?.textContent).toContain('Số phải trả vừa đổi')
  expect(reference.value).toBe('FT26328')
})

test('waiving asks for a published reason and words to the customer', async () => {
  const { view, sent } = await mountTicket()
  press(view, 'Miễn')
  await settled(view)
  const dialog = form(view, 'camket-waive-dialog')
  expect(dialog.textContent).toContain('Máy vào nước')
  expect(dialog.checkValidity()).toBe(false)
  expect(sent).toEqual([])
})

test('a request that owes something offers no closing, and says what to do first', async () => {
  const { view } = await mountTicket()
  const acts = view.querySelector('.ticket-acts')?.textContent ?? ''
  expect(acts).toContain('Chưa đóng được')
  expect(acts).not.toMatch(/^\s*Đóng\s*$/m)
})

test('one key notes the next remedy as settled', async () => {
  const { view } = await mountTicket()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }))
  await settled(view)
  expect(form(view, 'camket-settle-dialog').textContent).toContain('Đã trả cho khách: 200.000')
})
