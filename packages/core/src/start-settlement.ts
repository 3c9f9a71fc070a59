import { assert } from './assert.ts'
import type { ChangeDraft } from './change-draft.ts'
import { startDeadline } from './deadline.ts'
import { owedAt } from './owed-at.ts'

/** Once a remedy that needs no claim grows no more, its own deadline runs: until then it is to be settled. */
export function startSettlement(draft: ChangeDraft, remedyNumber: number): void {
  const { deadlines, remedies } = draft.state
  const remedy = remedies[remedyNumber - 1]
  assert(remedy, `There is no remedy ${remedyNumber}`)
  const deadline = deadlines[remedy.deadlineNumber - 1]
  assert(deadline?.remedy, `Deadline ${remedy.deadlineNumber} owes no remedy`)
  const { settlement } = deadline.remedy
  const { finalAt } = owedAt(remedy, draft.state, draft.commitment, draft.now)
  if (settlement.type !== 'automatic' || !finalAt) return
  const {
    pauses: _pauses,
    warned: _warned,
    ...started
  } = startDeadline(
    deadlines.length + 1,
    {
      id: remedy.pledge,
      for: {},
      milestone: 'remedy_settled',
      within: settlement.payWithin,
      calendar: deadline.calendar,
    },
    finalAt,
    draft.commitment,
  )
  draft.add({ type: 'deadline_started', ...started, remedyNumber }, { type: 'system' })
}
