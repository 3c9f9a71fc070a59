import { expect, test } from 'vitest'
import { deskFetch, filed, signIn, status, url } from './over-urls.ts'

test('two staff who answer at the same instant: one wins, the other is told and nothing of theirs is sent', async () => {
  const { code, key } = await filed()
  const cookies = await Promise.all([signIn('owner@minh-an.example'), signIn('lead@minh-an.example')])
  const seen = (await (await deskFetch(`/tickets/${code}`, cookies[0] ?? '')).json()) as { sequence: number }
  const answers = await Promise.all(
    cookies.map((cookie, index) =>
      deskFetch(`/tickets/${code}/replies`, cookie, {
        method: 'POST',
        body: { text: `Trả lời ${index}`, seenSequence: seen.sequence },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const loser = answers.find(({ status }) => status === 409)
  expect(await loser?.json()).toMatchObject({ code: 'ticket_changed', status: 409 })
  const { messages } = await status(code, key)
  expect(messages.filter(({ from }) => from === 'staff')).toHaveLength(1)
})

test("another merchant's staff find nothing, whatever they ask for", async () => {
  const { code } = await filed()
  const cookie = await signIn('owner@song-xanh.example')
  const acts: [string, string, Record<string, unknown>?][] = [
    ['GET', ''],
    ['POST', '/replies', { text: 'x', seenSequence: 1 }],
    ['POST', '/notes', { text: 'x' }],
    ['PUT', '/priority', { priority: 'low', reason: 'less_urgent' }],
    ['PUT', '/kind', { kind: 'support', reason: 'mistaken' }],
    ['PUT', '/facts', { facts: { order_amount: 1 } }],
    ['PUT', '/plan', { text: 'x' }],
    ['POST', '/hand-offs', { departmentId: 'x', reason: 'x' }],
    ['PUT', '/status', { status: 'waiting' }],
    ['POST', '/calls', { reached: true }],
    ['POST', '/resolution', { outcome: 'repaired', text: 'x', seenSequence: 1 }],
  ]
  for (const [method, path, body] of acts) {
    const response = await deskFetch(`/tickets/${code}${path}`, cookie, { method, ...(body && { body }) })
    expect([method, path, response.status]).toEqual([method, path, 404])
    expect(await response.json()).toMatchObject({ code: 'ticket_not_found' })
  }
  const inbox = (await (await deskFetch('/tickets?limit=100', cookie)).json()) as {
    tickets: { code: string }[]
  }
  expect(inbox.tickets.map((ticket) => ticket.code)).not.toContain(code)
  const page = await fetch(`${url}/song-xanh/requests/${code}`)
  expect(page.status).toBe(404)
})
