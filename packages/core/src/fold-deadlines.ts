import { assert } from './assert.ts'
import { stoppedAt } from './deadline.ts'
import type { Deadline, EventData, TicketEvent } from './ticket-state.ts'

type DeadlineData = Extract<
  EventData,
  {
    type:
      | 'deadline_met'
      | 'deadline_paused'
      | 'deadline_resumed'
      | 'deadline_rematched'
      | 'deadline_warned'
      | 'deadline_missed'
      | 'deadline_excluded'
  }
>

/** The part of the fold that concerns deadlines; other events leave them as they are. */
export function applyToDeadlines(deadlines: readonly Deadline[], event: TicketEvent): readonly Deadline[] {
  const { at, data } = event
  switch (data.type) {
    case 'deadline_started': {
      assert(data.number === deadlines.length + 1, `Deadline ${data.number} is out of sequence`)
      const { type: _, pauses = [], ...started } = data
      return [...deadlines, { ...started, pauses, warned: 0 }]
    }
    case 'deadline_met':
    case 'deadline_paused':
    case 'deadline_resumed':
    case 'deadline_rematched':
    case 'deadline_warned':
    case 'deadline_missed':
    case 'deadline_excluded':
      assert(deadlines[data.number - 1], `There is no deadline ${data.number}`)
      return deadlines.map((deadline) =>
        deadline.number === data.number ? changed(deadline, data, at) : deadline,
      )
    default:
      return deadlines
  }
}

function changed(deadline: Deadline, data: DeadlineData, at: Date): Deadline {
  switch (data.type) {
    case 'deadline_met':
      return { ...deadline, metAt: at }
    case 'deadline_paused':
      return { ...deadline, pausedAt: at }
    case 'deadline_warned':
      return { ...deadline, warned: deadline.warned + 1 }
    case 'deadline_rematched': {
      const { type: _, ...pledge } = data
      const { remedy: _remedy, missedWhen: _missedWhen, warnings: _warnings, ...kept } = deadline
      const { pausedAt, ...running } = kept
      // No pause saves a clock that had run out before it began.
      const isOver = pausedAt && data.dueAt <= pausedAt
      return { ...(isOver ? running : kept), ...pledge, warned: 0 }
    }
    case 'deadline_missed': {
      // A number can end it while its clock stands; then there is nothing left to be taken up.
      const { pausedAt: _pausedAt, ...ended } = deadline
      return { ...ended, missedAt: data.dueAt }
    }
    case 'deadline_excluded':
      return { ...deadline, excluded: { at, reason: data.reason } }
    case 'deadline_resumed': {
      const { pausedAt: _pausedAt, excluded: _excluded, metAt: _metAt, ...running } = deadline
      const from = stoppedAt(deadline)
      assert(from, `Deadline ${deadline.number} is not stopped`)
      // Clocks of two machines may differ by a moment: a pause never ends before it begins.
      const to = at < from ? from : at
      return { ...running, dueAt: data.dueAt, pauses: [...deadline.pauses, { from, to }] }
    }
  }
}
