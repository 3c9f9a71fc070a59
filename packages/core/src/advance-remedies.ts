import type { ChangeDraft } from './change-draft.ts'
import { startDeadline } from './deadline.ts'
import { isOpenRemedy } from './is-open-remedy.ts'
import { termsOf } from './remedy-span.ts'
import { claimableUntil, settlementsOf, settlingSince } from './settlement-of.ts'
import type { OwedRemedy } from './ticket-state.ts'

/**
 * Puts on record what time has made of the remedies: that one grows no more and its settle-by time runs, until when
 * it can be claimed, that nobody claimed it. Called again it finds nothing more, so every act and every sweep may.
 */
export function advanceRemedies(draft: ChangeDraft): void {
  for (const { number } of draft.state.remedies) {
    const remedy = draft.state.remedies[number - 1]
    if (!remedy || !isOpenRemedy(remedy)) continue
    advanceClaim(draft, remedy)
    advanceSettling(draft, remedy)
  }
}

function advanceClaim(draft: ChangeDraft, remedy: OwedRemedy): void {
  if (remedy.state !== 'owed') return
  const claimBy = claimableUntil(remedy, draft.state, draft.commitment, draft.now)
  if (!claimBy) return
  const { number } = remedy
  if (remedy.claimBy?.getTime() !== claimBy.getTime())
    draft.add({ type: 'remedy_claimable', number, claimBy }, { type: 'system' })
  if (draft.now > claimBy) draft.add({ type: 'remedy_expired', number }, { type: 'system' })
}

function advanceSettling(draft: ChangeDraft, remedy: OwedRemedy): void {
  const since = settlingSince(remedy, draft.state, draft.commitment, draft.now)
  const running = settlementsOf(remedy, draft.state).find(({ metAt, excluded }) => !metAt && !excluded)
  if (since && !running) startSettlement(draft, remedy, since)
  // Opened again, or another offer chosen: it grows on, and cannot be settled before it is known how much it is.
  if (!since && running && !running.missedAt) {
    draft.add(
      { type: 'deadline_excluded', number: running.number, reason: 'grows_again' },
      { type: 'system' },
    )
  }
}

function startSettlement(draft: ChangeDraft, remedy: OwedRemedy, since: Date): void {
  const { deadlines } = draft.state
  const pledge = {
    id: remedy.pledge,
    for: {},
    milestone: 'remedy_settled',
    within: termsOf(remedy, draft.state).settlement.payWithin,
    calendar: deadlines[remedy.deadlineNumber - 1]?.calendar ?? '',
  } as const
  const {
    pauses: _pauses,
    warned: _warned,
    ...started
  } = startDeadline(deadlines.length + 1, pledge, since, draft.commitment)
  draft.add({ type: 'deadline_started', ...started, remedyNumber: remedy.number }, { type: 'system' })
}
