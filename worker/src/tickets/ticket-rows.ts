import {
  type Actor,
  type Commitment,
  type Deadline,
  type EventJson,
  eventFromJson,
  eventToJson,
  isOpenRemedy,
  type OwedRemedy,
  pausesFromJson,
  pausesToJson,
  remedyWatchAt,
  type Ticket,
  type TicketEvent,
  type TicketState,
} from '@camket/core'
import { present } from '@camket/core/present'
import type { deadlines, events, remedies, tickets } from '../db/schema.ts'
import { inInbox, remedySortAt, sortAt, watchAt } from './queue.ts'

export type TicketRow = typeof tickets.$inferSelect
export type DeadlineRow = typeof deadlines.$inferSelect
export type RemedyRow = typeof remedies.$inferSelect
export type EventRow = typeof events.$inferSelect

/** What a ticket is known by; never changes. */
export type TicketIdentity = Pick<TicketRow, 'id' | 'merchantId' | 'code' | 'keySalt'>

/** SQL says null where the rules leave a member out. */
function withoutNulls<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> | OrUndefined<T[K]> } {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined])) as {
    [K in keyof T]: Exclude<T[K], null> | OrUndefined<T[K]>
  }
}
type OrUndefined<T> = null extends T ? undefined : never

export function ticketFromRow(row: TicketRow): Ticket {
  const { id: _id, merchantId: _merchantId, code: _code, keySalt: _keySalt, ...rest } = withoutNulls(row)
  const { sequence: _sequence, inInbox: _inInbox, sortAt: _sortAt, openRemedies: _open, ...members } = rest
  const { ratingLevel: level, ratingAbout: about, ratingCause: cause, ratedAt: at, ...ticket } = members
  return present({ ...ticket, rating: level && at && { level, ...present({ about, cause }), at } })
}

export function ticketToRow(identity: TicketIdentity, state: TicketState): TicketRow {
  const { ticket } = state
  return {
    id: identity.id,
    merchantId: identity.merchantId,
    code: identity.code,
    keySalt: identity.keySalt,
    sequence: state.sequence,
    kind: ticket.kind,
    category: ticket.category ?? null,
    status: ticket.status,
    outcome: ticket.outcome ?? null,
    exclusion: ticket.exclusion ?? null,
    priority: ticket.priority,
    channel: ticket.channel,
    customerId: ticket.customerId,
    customerType: ticket.customerType,
    customerTier: ticket.customerTier ?? null,
    coverage: ticket.coverage ?? null,
    commitmentVersion: ticket.commitmentVersion,
    departmentId: ticket.departmentId,
    ownerId: ticket.ownerId ?? null,
    handOffs: ticket.handOffs,
    facts: ticket.facts,
    openRemedies: state.remedies.filter(isOpenRemedy).length,
    filedAt: ticket.filedAt,
    firstRepliedAt: ticket.firstRepliedAt ?? null,
    resolvedAt: ticket.resolvedAt ?? null,
    closedAt: ticket.closedAt ?? null,
    ratingLevel: ticket.rating?.level ?? null,
    ratingAbout: ticket.rating?.about ?? null,
    ratingCause: ticket.rating?.cause ?? null,
    ratedAt: ticket.rating?.at ?? null,
    inInbox: inInbox(state) ? 1 : 0,
    sortAt: sortAt(state),
  }
}

export function deadlineFromRow(row: DeadlineRow): Deadline {
  const { ticketId: _ticketId, merchantId: _merchantId, watchAt: _watchAt, ...rest } = withoutNulls(row)
  const { excludedAt, excludedReason, pauses, internal, ...deadline } = rest
  const excluded = excludedAt && { at: excludedAt, reason: excludedReason ?? '' }
  const isInternal = internal ? (true as const) : undefined
  return present({ ...deadline, pauses: pausesFromJson(pauses), excluded, internal: isInternal })
}

export function deadlineToRow(
  { id, merchantId }: TicketIdentity,
  deadline: Deadline,
  { state, commitment }: { readonly state: TicketState; readonly commitment: Commitment },
): DeadlineRow {
  return {
    ticketId: id,
    number: deadline.number,
    merchantId,
    pledge: deadline.pledge,
    milestone: deadline.milestone,
    startedAt: deadline.startedAt,
    within: deadline.within,
    calendar: deadline.calendar,
    remedy: deadline.remedy ?? null,
    dueAt: deadline.dueAt,
    pauses: pausesToJson(deadline.pauses),
    pausedAt: deadline.pausedAt ?? null,
    metAt: deadline.metAt ?? null,
    missedAt: deadline.missedAt ?? null,
    excludedAt: deadline.excluded?.at ?? null,
    excludedReason: deadline.excluded?.reason ?? null,
    missedWhen: deadline.missedWhen ?? null,
    warnings: deadline.warnings ? [...deadline.warnings] : null,
    warned: deadline.warned,
    internal: deadline.internal ?? false,
    remedyNumber: deadline.remedyNumber ?? null,
    watchAt: watchAt(deadline, state, commitment) ?? null,
  }
}

export function remedyFromRow(row: RemedyRow): OwedRemedy {
  const {
    id: _id,
    ticketId: _ticketId,
    merchantId: _merchantId,
    watchAt: _watchAt,
    isOpen: _isOpen,
    sortAt: _sortAt,
    ...rest
  } = withoutNulls(row)
  const {
    chosenOffer,
    chosenAt,
    settledAt,
    settledAmount,
    settledDays,
    waivedAt,
    waivedExclusion,
    ...remedy
  } = rest
  return present({
    ...remedy,
    chosen: chosenAt && { offer: chosenOffer ?? 0, at: chosenAt },
    settled: settledAt && { at: settledAt, ...present({ amount: settledAmount, days: settledDays }) },
    waived: waivedAt && { at: waivedAt, exclusion: waivedExclusion ?? '' },
  })
}

/** `id` is the remedy's public one, made when it is first stored. */
export function remedyToRow(
  { id: ticketId, merchantId }: TicketIdentity,
  remedy: OwedRemedy,
  {
    id,
    state,
    commitment,
  }: { readonly id: string; readonly state: TicketState; readonly commitment: Commitment },
): RemedyRow {
  return {
    id,
    ticketId,
    merchantId,
    number: remedy.number,
    deadlineNumber: remedy.deadlineNumber,
    pledge: remedy.pledge,
    state: remedy.state,
    owedAt: remedy.owedAt,
    chosenOffer: remedy.chosen?.offer ?? null,
    chosenAt: remedy.chosen?.at ?? null,
    claimBy: remedy.claimBy ?? null,
    settledAt: remedy.settled?.at ?? null,
    settledAmount: remedy.settled?.amount ?? null,
    settledDays: remedy.settled?.days ?? null,
    waivedAt: remedy.waived?.at ?? null,
    waivedExclusion: remedy.waived?.exclusion ?? null,
    disputedAt: remedy.disputedAt ?? null,
    expiredAt: remedy.expiredAt ?? null,
    watchAt: remedyWatchAt(remedy, state, commitment) ?? null,
    isOpen: isOpenRemedy(remedy) ? 1 : 0,
    sortAt: remedySortAt(remedy, state),
  }
}

export function eventFromRow(row: EventRow): TicketEvent {
  return { sequence: row.sequence, at: row.at, by: actorFromRow(row), data: eventData(row) }
}

export function eventToRow({ id, merchantId }: TicketIdentity, event: TicketEvent): EventRow {
  const { type, ...data } = eventToJson(event.data)
  const byId = event.by.type === 'staff' ? event.by.id : null
  return {
    ticketId: id,
    sequence: event.sequence,
    merchantId,
    at: event.at,
    byType: event.by.type,
    byId,
    type,
    data,
  }
}

function eventData({ type, data }: EventRow): TicketEvent['data'] {
  return eventFromJson({ type, ...data } as EventJson)
}

function actorFromRow({ byType, byId }: EventRow): Actor {
  return byType === 'staff' ? { type: 'staff', id: byId ?? '' } : { type: byType }
}
