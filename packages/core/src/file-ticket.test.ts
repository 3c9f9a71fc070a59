import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import { at, filed, monday, requestOf } from '../test/example-ticket.ts'
import { type FileRequest, fileTicket, previewDeadlines } from './file-ticket.ts'

const file = (request: FileRequest) => fileTicket(request, exampleCommitment, monday, { type: 'customer' })

describe('filing', () => {
  it('makes a new ticket with the deadlines of the pledges that match', () => {
    const { before, after, notices } = file({
      ...requestOf('warranty'),
      category: 'fridge',
      coverage: 'covered',
    })
    expect(before).toBeUndefined()
    expect(after.ticket).toEqual({
      kind: 'warranty',
      category: 'fridge',
      status: 'new',
      priority: 'normal',
      channel: 'widget',
      customerId: 'customer-1',
      customerType: 'consumer',
      coverage: 'covered',
      commitmentVersion: 3,
      departmentId: 'service',
      handOffs: 0,
      facts: {},
      filedAt: monday,
    })
    expect(after.deadlines.map(({ number, pledge, dueAt }) => [number, pledge, dueAt])).toEqual([
      [1, 'warranty-first-reply', at('23', '14:30')],
      [2, 'warranty-resolution', new Date('2026-12-01T17:30:00+07:00')],
    ])
    expect(notices).toEqual([{ kind: 'receipt' }])
  })

  it('shows beforehand exactly the deadlines that it will give', () => {
    for (const kind of ['warranty', 'callback', 'suggestion'] as const) {
      const request = { ...requestOf(kind), priority: 'urgent' as const, callbackFrom: at('24', '10:00') }
      expect(previewDeadlines(request, exampleCommitment, monday)).toEqual(file(request).after.deadlines)
    }
  })

  it('starts the clock of a call when the customer may be called, never in the past', () => {
    const callDue = (callbackFrom?: Date) =>
      previewDeadlines({ ...requestOf('callback'), callbackFrom }, exampleCommitment, monday).find(
        ({ milestone }) => milestone === 'callback_made',
      )?.dueAt
    expect(callDue(at('24', '10:00'))).toEqual(at('24', '10:30'))
    expect(callDue(at('20', '10:00'))).toEqual(at('23', '09:30'))
    expect(callDue()).toEqual(at('23', '09:30'))
  })

  it('lets nothing into the event but what an event may say', () => {
    const request = { ...requestOf('support'), name: 'Nguyễn Thị Đào', email: 'dao@example.com' }
    expect(JSON.stringify(file(request).events)).not.toMatch(/Đào|dao@/)
  })

  it('starts no next reply: the customer has had none to answer', () => {
    expect(filed('warranty').deadlines.map(({ milestone }) => milestone)).not.toContain('next_reply')
  })
})
