import { beforeEach, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, ticket } from '../testing/sample.ts'
import type { TicketView } from './ticket-view.ts'

beforeEach(() => localStorage.clear())

const open = (answer: (request: Request) => Response, locale: 'vi' | 'en' = 'vi') =>
  mount<TicketView>('camket-ticket', {
    context: contextOf(answer, locale),
    code: ticket.code,
    backTo: '/desk/',
  })

test.each(['vi', 'en'] as const)('a ticket is accessible in %s', async (locale) => {
  const view = await open(() => answerWith(ticket), locale)
  expect(await violations(view)).toEqual([])
  expect(view.querySelector('h1')?.textContent).toBe(ticket.subject)
})

test('only what the status allows is offered', async () => {
  const view = await open(() =>
    answerWith({ ...ticket, status: 'resolved', outcome: 'repaired', acts: ['note', 'close'] }),
  )
  const offered = [...view.querySelectorAll('.ticket-acts wa-button')].map((button) =>
    button.textContent?.trim(),
  )
  expect(offered).toEqual(['Đóng'])
})

test.each(['vi', 'en'] as const)('tells how satisfied the customer was, and why, in %s', async (locale) => {
  const at = '2026-11-18T02:00:00Z'
  const rated = { type: 'rated', level: 2, about: 'people', cause: 'attitude' } as const
  const { type: _, ...counted } = rated
  const entry = { sequence: 2, at: '2026-11-17T02:00:00Z', by: { type: 'customer' } as const }
  const done = {
    ...ticket,
    status: 'resolved',
    outcome: 'repaired',
    rating: { ...counted, comment: 'Nói năng\ncộc lốc', at },
    history: [
      ...ticket.history,
      { ...entry, event: { type: 'rated', level: 5 } },
      { ...entry, sequence: 3, at, event: rated },
    ],
  }
  const view = await open(() => answerWith(done), locale)
  const said = locale === 'vi' ? ['Cơ bản (2/6)', 'Con người: Thái độ'] : ['Basic (2/6)', 'People: Attitude']
  const facts = view.querySelector('aside')?.textContent
  for (const words of [...said, 'cộc lốc']) expect(facts).toContain(words)
  const [, first, last] = view.querySelectorAll('.conversation .event')
  expect(first?.textContent).toContain('(5/6)')
  expect(first?.textContent).not.toContain('cộc lốc')
  for (const words of [...said, 'cộc lốc']) expect(last?.textContent).toContain(words)
  expect(await violations(view)).toEqual([])
})

test('a refusal says what to do, beside the acts', async () => {
  const view = await open((request) =>
    request.method === 'GET' ? answerWith(ticket) : refuseWith('act_not_possible', 409),
  )
  const wait = [...view.querySelectorAll<HTMLElement>('.ticket-acts wa-button')].find((button) =>
    button.textContent?.includes('Chờ khách'),
  )
  wait?.click()
  await settled(view)
  expect(view.querySelector('.ticket-acts [role=status]')?.textContent).toContain('không cho phép')
})

test('the dialogs are accessible, and declining asks for the exclusion', async () => {
  const view = await open(() => answerWith(ticket))
  view.dialog = 'resolve'
  await settled(view)
  const dialog = view.querySelector<HTMLElement & { outcome?: string }>('camket-resolve-dialog')
  if (!dialog) throw new Error('no dialog')
  dialog.outcome = 'declined'
  await settled(dialog)
  expect(dialog.querySelector('wa-select[name=exclusion]')).not.toBeNull()
  expect(await violations(dialog)).toEqual([])
})

test("another merchant's ticket is told as not there", async () => {
  const view = await open(() => refuseWith('ticket_not_found', 404))
  expect(view.querySelector('[role=alert]')?.textContent).toContain('Không có yêu cầu này')
})
