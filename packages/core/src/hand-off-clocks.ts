import type { ChangeDraft } from './change-draft.ts'
import { isUnmet, startDeadline, startedData } from './deadline.ts'
import { matchInternalPledges } from './pledge.ts'

/** What departments promise each other: the clocks of the one that had it end, those of the one that has it run. */
export function handOffClocks(draft: ChangeDraft): void {
  for (const deadline of draft.state.deadlines) {
    if (!deadline.internal || !isUnmet(deadline)) continue
    if (deadline.pausedAt) draft.resume(deadline)
    const { number, milestone, missedAt } = deadline
    // Handing on was a department's way to be done with it; an answer it has not given.
    if (milestone === 'resolution' || missedAt) {
      draft.add({ type: 'deadline_met', number, late: missedAt !== undefined })
    } else {
      draft.add({ type: 'deadline_excluded', number, reason: 'handed_on' })
    }
  }
  const { ticket } = draft.state
  const pledges = matchInternalPledges(draft.commitment, ticket, ticket.departmentId)
  for (const milestone of ['next_reply', 'resolution'] as const) {
    const pledge = pledges[milestone]
    if (!pledge) continue
    const { remedy: _, ...terms } = pledge
    const number = draft.state.deadlines.length + 1
    const deadline = startDeadline(number, terms, draft.now, draft.commitment)
    draft.add(startedData({ ...deadline, internal: true }))
    if (ticket.status === 'waiting') draft.add({ type: 'deadline_paused', number })
  }
}
