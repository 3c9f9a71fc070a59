import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import { at, deadlineOf, eventTypes, monday, requestOf, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import type { Commitment } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { nextWarningAt } from './deadline.ts'
import { fileTicket } from './file-ticket.ts'
import { recordDue } from './record-due.ts'
import type { TicketState } from './ticket-state.ts'

const commitment: Commitment = {
  ...exampleCommitment,
  pledges: exampleCommitment.pledges.map((pledge) =>
    pledge.id === 'warranty-first-reply' || pledge.id === 'warranty-resolution'
      ? {
          ...pledge,
          warnings: [
            { atPercent: 50, to: 'lead' },
            { atPercent: 75, to: 'contact' },
          ],
        }
      : pledge,
  ),
}
const filed = fileTicket(requestOf('warranty'), commitment, monday, { type: 'customer' }).after
const moment = (instant: Date) => new Date(instant.getTime() + 1)
const due = (before: TicketState, now: Date) => recordDue(before, commitment, now)

describe('a warning', () => {
  it('is given once half of the working time has run, over lunch and not before', () => {
    // Four working hours from 9:00: half of them are over at 11:00, three at 12:00, the lunch in between not counted.
    expect(due(filed, at('23', '11:00'))).toBeUndefined()
    const change = due(filed, moment(at('23', '11:00')))
    expect(change?.events.map(({ data, by }) => [data, by.type])).toEqual([
      [{ type: 'deadline_warned', number: 1, atPercent: 50, to: 'lead' }, 'system'],
    ])
    expect(change?.notices).toEqual([{ kind: 'warning', deadlineNumber: 1, to: 'lead' }])
  })

  it('goes first to the lead, then to the named contact, each once', () => {
    const lead = due(filed, moment(at('23', '11:00')))
    if (!lead) throw new Error('nobody was warned')
    expect(due(lead.after, moment(at('23', '11:30')))).toBeUndefined()
    const contact = due(lead.after, moment(at('23', '12:00')))
    expect(contact?.notices).toEqual([{ kind: 'warning', deadlineNumber: 1, to: 'contact' }])
    expect(contact && due(contact.after, at('23', '14:30'))).toBeUndefined()
  })

  it('that comes late is given still, and both at once where both are due', () => {
    expect(due(filed, at('23', '14:00'))?.notices.map((notice) => 'to' in notice && notice.to)).toEqual([
      'lead',
      'contact',
    ])
  })

  it('is not given of what is answered, or missed already', () => {
    const answered = stateAfter(answer(filed, { messageId: 'm', by: tuan }, commitment, at('23', '10:00')))
    expect(due(answered, at('23', '14:00'))).toBeUndefined()
    const late = due(filed, moment(at('23', '14:30')))
    expect(late && eventTypes(late)).not.toContain('deadline_warned')
  })

  it('counts no pause', () => {
    const answered = stateAfter(
      answer(filed, { messageId: 'm', by: tuan, thenWait: true }, commitment, at('23', '10:00')),
    )
    expect(nextWarningAt(deadlineOf(answered, 'resolution'), commitment)).toBeUndefined()
    expect(due(answered, at('30', '10:00'))).toBeUndefined()
    const unpaused = nextWarningAt(deadlineOf(filed, 'resolution'), commitment)
    // One working day of waiting puts the warning off by one working day.
    const back = stateAfter(customerReply(answered, { messageId: 'm2' }, commitment, at('24', '10:00')))
    expect(unpaused).toEqual(at('26', '16:00'))
    expect(nextWarningAt(deadlineOf(back, 'resolution'), commitment)).toEqual(at('27', '16:00'))
  })
})
