import { beforeEach, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, ticket } from '../testing/sample.ts'
import type { RematchDialog } from './rematch-dialog.ts'
import type { TicketView } from './ticket-view.ts'

beforeEach(() => localStorage.clear())

const changes = [
  {
    milestone: 'first_reply',
    internal: false,
    before: { pledge: 'warranty-first-reply', dueAt: '2026-11-16T07:00:00Z', state: 'running' },
    after: { pledge: 'urgent-first-reply', dueAt: '2026-11-16T03:15:00Z', state: 'missed' },
  },
  {
    milestone: 'resolution',
    internal: false,
    before: { pledge: 'warranty-resolution', dueAt: '2026-11-24T10:30:00Z', state: 'running' },
  },
]

const sent: { path: string; body: unknown }[] = []

async function open(key: string, preview = () => answerWith({ changes })) {
  sent.length = 0
  const view = await mount<TicketView>('camket-ticket', {
    context: contextOf(async (request) => {
      const { pathname } = new URL(request.url)
      if (request.method !== 'GET') sent.push({ path: pathname, body: await request.json() })
      return pathname.endsWith('/rematch') ? preview() : answerWith(ticket)
    }),
    code: ticket.code,
    backTo: '/desk/',
  })
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await settled(view)
  return view
}

async function choose(dialog: HTMLElement, name: string, value: string): Promise<void> {
  const select = dialog.querySelector<HTMLElement & { value: string }>(`wa-select[name=${name}]`)
  if (!select) throw new Error(`There is no ${name}`)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await settled(dialog)
  await settled(dialog)
}

test('a change of priority shows what it does to the deadlines before it is done, and asks for a reason', async () => {
  const view = await open('p')
  const dialog = view.querySelector<RematchDialog>('camket-rematch-dialog')
  if (!dialog) throw new Error('no dialog')
  await choose(dialog, 'value', 'urgent')
  expect(sent).toEqual([
    { path: `/api/v1/desk/tickets/${ticket.code}/rematch`, body: { priority: 'urgent' } },
  ])
  const lines = [...dialog.querySelectorAll('.effects li')].map((line) =>
    line.textContent?.replace(/\s+/g, ' ').trim(),
  )
  expect(lines[0]).toMatch(/14:00.*→.*10:15.*trễ hạn ngay/)
  expect(lines[1]).toContain('không còn cam kết nào áp dụng')
  expect(await violations(dialog)).toEqual([])
  await choose(dialog, 'reason', 'more_urgent')
  dialog.querySelector('form')?.requestSubmit()
  await settled(dialog)
  expect(sent.at(-1)).toEqual({
    path: `/api/v1/desk/tickets/${ticket.code}/priority`,
    body: { priority: 'urgent', reason: 'more_urgent' },
  })
})

test('the kind is corrected in the same way, with T', async () => {
  const view = await open('t', () => answerWith({ changes: [] }))
  const dialog = view.querySelector<RematchDialog>('camket-rematch-dialog')
  if (!dialog) throw new Error('no dialog')
  await choose(dialog, 'value', 'complaint')
  expect(sent).toEqual([{ path: `/api/v1/desk/tickets/${ticket.code}/rematch`, body: { kind: 'complaint' } }])
  expect(dialog.querySelector('.effects')?.textContent).toContain('Không thời hạn nào thay đổi')
})

test('a preview that fails says why, in the place of the preview', async () => {
  const view = await open('p', () => refuseWith('act_not_possible', 409))
  const dialog = view.querySelector<RematchDialog>('camket-rematch-dialog')
  if (!dialog) throw new Error('no dialog')
  await choose(dialog, 'value', 'low')
  expect(dialog.querySelector('.effects .failure')?.textContent).toContain('không cho phép')
})

test('numbers are noted as whole numbers of the smallest unit, and what is left empty is not', async () => {
  const view = await open('f')
  const dialog = view.querySelector<HTMLElement>('camket-facts-dialog')
  if (!dialog) throw new Error('no dialog')
  expect(await violations(dialog)).toEqual([])
  const amount = dialog.querySelector<HTMLElement & { value: string }>('wa-input[name=order_amount]')
  if (!amount) throw new Error('no field')
  amount.value = '7490000'
  await settled(dialog)
  dialog.querySelector('form')?.requestSubmit()
  await settled(dialog)
  expect(sent.at(-1)).toEqual({
    path: `/api/v1/desk/tickets/${ticket.code}/facts`,
    body: { facts: { order_amount: 7_490_000 } },
  })
})
