import type { RemedyRow } from '@camket/contracts'
import { beforeEach, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith } from '../testing/sample.ts'
import type { RemediesPage } from './remedies-page.ts'
import './register-owed.ts'

const vnd = (amount: number) => ({ amount, currency: 'VND' })

const late: RemedyRow = {
  id: 'rem_1',
  pledge: 'warranty-first-reply',
  state: 'chosen',
  owedAt: '2026-11-10T07:00:00Z',
  amount: vnd(200_000),
  penalty: vnd(100_000),
  factsNeeded: [],
  grows: false,
  overdue: true,
  settleBy: '2026-11-13T10:30:00Z',
  payee: { way: 'bank', bank: 'Vietcombank', account: '0071000987654', holder: 'NGUYEN THI DAO' },
  code: 'CK-0000-0000-0000',
  subject: 'Ngăn đá không đông',
  customerName: 'Nguyễn Thị Đào',
  what: '200.000 ₫',
}
const { payee: _payee, penalty: _penalty, settleBy: _settleBy, ...rest } = late
const growing: RemedyRow = {
  ...rest,
  id: 'rem_2',
  state: 'owed',
  overdue: false,
  grows: true,
  amount: vnd(50_000),
}

async function mountPage(answer: Parameters<typeof contextOf>[0], role: 'owner' | 'staff' = 'owner') {
  const context = contextOf(answer)
  const me = { ...context.me, staff: { ...context.me.staff, role } }
  const page = await mount<RemediesPage>('camket-remedies', { context: { ...context, me }, search: '' })
  await expect.poll(() => page.querySelector('.owed-rows, .owed-page > p.quiet, [role=alert]')).toBeTruthy()
  return page
}

beforeEach(() => document.body.replaceChildren())

test('the list tells what is to be paid, to whom and by when, and marks what is overdue by a word', async () => {
  const page = await mountPage(() => answerWith({ remedies: [late, growing] }))
  const text = page.textContent ?? ''
  for (const said of [
    '250.000',
    'trong đó quá hạn 200.000',
    'phạt trả chậm 100.000',
    '0071000987654',
    'còn tăng',
  ])
    expect(text).toContain(said)
  expect(page.querySelectorAll('.owed-rows .owed-when .late')).toHaveLength(1)
  expect(await violations(page)).toEqual([])
})

test('the file for the accountant is for owners and leads', async () => {
  const rows = () => answerWith({ remedies: [late] })
  const link = (page: RemediesPage) => page.querySelector<HTMLAnchorElement>('a[download]')
  expect(link(await mountPage(rows))?.getAttribute('href')).toContain('/api/v1/desk/remedies.csv?state=open')
  expect(link(await mountPage(rows, 'staff'))).toBeNull()
})

test('the rest of a long list comes when it is asked for, each once', async () => {
  const page = await mountPage((request) => {
    const cursor = new URL(request.url).searchParams.get('cursor')
    return answerWith(cursor ? { remedies: [late, growing] } : { remedies: [late], nextCursor: 'x' })
  })
  expect(page.textContent).toContain('Còn nữa')
  page.querySelector<HTMLElement>('.owed-page wa-button')?.click()
  await expect.poll(() => page.querySelectorAll('.owed-rows > li').length).toBe(2)
})

test('nothing owed, and an answer that does not come, are told', async () => {
  expect((await mountPage(() => answerWith({ remedies: [] }))).textContent).toContain('Không có khoản nào')
  const page = await mountPage(() => refuseWith('internal', 500))
  await settled(page)
  expect(page.querySelector('[role=alert]')?.textContent).toContain('Thử lại')
})
