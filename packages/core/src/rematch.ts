import type { ChangeDraft } from './change-draft.ts'
import type { ClockPast } from './clock-past.ts'
import type { Commitment, Pledge } from './commitment.ts'
import { calendarNamed, isUnmet, startDeadline, startedData } from './deadline.ts'
import { dueAt } from './due-at.ts'
import { matchInternalPledges, matchPledges } from './pledge.ts'
import { present } from './present.ts'
import type { Deadline, EndedPause, EventData } from './ticket-state.ts'
import type { Milestone } from './vocabulary.ts'

/**
 * Lets the pledges apply that are for the request as it is now, from the same starts and with the same pauses. What is
 * met, missed or excluded stays as it is. Without a past, what starts anew starts without pauses.
 */
export function rematchDeadlines(draft: ChangeDraft, past?: ClockPast, callbackFrom?: Date): void {
  const { ticket } = draft.state
  const matched = matchPledges(draft.commitment, ticket)
  const internal = matchInternalPledges(draft.commitment, ticket, ticket.departmentId)
  for (const deadline of draft.state.deadlines) {
    if (!isUnmet(deadline) || deadline.missedAt || deadline.milestone === 'remedy_settled') continue
    rematch(draft, deadline, (deadline.internal ? internal : matched)[deadline.milestone])
  }
  // One that had nothing left when the wait began may have time again.
  if (ticket.status === 'waiting') draft.pauseClocks()
  for (const milestone of ['first_reply', 'next_reply', 'resolution', 'callback_made'] as const) {
    const start = startOf(milestone, draft, past, callbackFrom)
    if (start) startFromBefore(draft, matched[milestone], start)
  }
  for (const milestone of ['next_reply', 'resolution'] as const) {
    const start = internalStartOf(milestone, draft, past)
    if (start) startFromBefore(draft, internal[milestone], start, { internal: true })
  }
}

function rematch(draft: ChangeDraft, deadline: Deadline, pledge: Pledge | undefined): void {
  const { number } = deadline
  if (!pledge) {
    if (deadline.pausedAt) draft.resume(deadline)
    draft.add({ type: 'deadline_excluded', number, reason: 'rematched' })
  } else if (pledge.id !== deadline.pledge) {
    draft.add({ type: 'deadline_rematched', number, ...termsOf(deadline, pledge, draft.commitment) })
  }
}

/** Of a paused one as it stood when the pause began. */
function termsOf(deadline: Deadline, pledge: Pledge, commitment: Commitment) {
  const { id, within, calendar, remedy, missedWhen, warnings } = pledge
  const due = dueAt(deadline.startedAt, within, calendarNamed(calendar, commitment), deadline.pauses)
  const owes = deadline.internal ? undefined : remedy
  return present({ pledge: id, within, calendar, remedy: owes, missedWhen, warnings, dueAt: due })
}

type Start = {
  readonly at: Date
  readonly pauses: readonly EndedPause[]
  readonly pausedSince?: Date | undefined
}

/** From when the clock of a milestone would have run; undefined when it has one, or nothing is waited for. */
function startOf(
  milestone: Milestone,
  { state }: ChangeDraft,
  past: ClockPast | undefined,
  callbackFrom: Date | undefined,
): Start | undefined {
  const { ticket, deadlines } = state
  const ofCustomer = deadlines.filter(({ internal }) => !internal)
  const { waits = [], rests = [], waitsSince: pausedSince } = past ?? {}
  if (milestone === 'next_reply') {
    const at = past?.awaitsReplySince
    const isAwaited = ofCustomer.some((one) => isUnmet(one) && one.milestone.endsWith('_reply'))
    return at && !isAwaited ? { at, pauses: waits, pausedSince } : undefined
  }
  const hasOne = ofCustomer.some((one) => one.milestone === milestone && one.excluded?.reason !== 'rematched')
  if (hasOne) return undefined
  if (milestone === 'first_reply') {
    return ticket.firstRepliedAt ? undefined : { at: ticket.filedAt, pauses: [] }
  }
  if (milestone === 'callback_made' && past?.wasCalled) return undefined
  const agreed = milestone === 'callback_made' && callbackFrom && callbackFrom > ticket.filedAt
  const before = ofCustomer.find((one) => one.milestone === milestone)
  const pauses = [...waits, ...rests].sort((a, b) => a.from.getTime() - b.from.getTime())
  return { at: before?.startedAt ?? (agreed ? callbackFrom : ticket.filedAt), pauses, pausedSince }
}

/** The same within the house: from the hand-off that brought the request to its department. */
function internalStartOf(milestone: Milestone, { state }: ChangeDraft, past?: ClockPast): Start | undefined {
  const { arrivedAt, answeredSinceArrival, waits = [], rests = [], waitsSince } = past ?? {}
  if (!arrivedAt || (milestone === 'next_reply' && answeredSinceArrival)) return undefined
  const hasOne = state.deadlines.some(
    (one) =>
      one.internal &&
      one.milestone === milestone &&
      one.startedAt >= arrivedAt &&
      one.excluded?.reason !== 'rematched',
  )
  return hasOne ? undefined : { at: arrivedAt, pauses: [...waits, ...rests], pausedSince: waitsSince }
}

function startFromBefore(
  draft: ChangeDraft,
  pledge: Pledge | undefined,
  { at, pauses, pausedSince }: Start,
  more: { readonly internal?: true } = {},
): void {
  if (!pledge) return
  const { remedy, ...rest } = pledge
  const terms: Pledge = more.internal || !remedy ? rest : pledge
  const started = startDeadline(draft.state.deadlines.length + 1, terms, at, draft.commitment)
  const calendar = calendarNamed(pledge.calendar, draft.commitment)
  const due = dueAt(at, pledge.within, calendar, pauses)
  // A pause that begins once the time is up is none of this clock's.
  const stood = pauses.filter(({ from, to }) => to > at && from < due)
  const pausedAt = pausedSince && pausedSince < due ? pausedSince : undefined
  const data: EventData = startedData({
    ...started,
    ...more,
    dueAt: due,
    pauses: stood,
    ...present({ pausedAt }),
  })
  draft.add(data)
}
