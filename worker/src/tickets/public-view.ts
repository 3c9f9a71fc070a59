import type { PublicTicket, TimelineEntry } from '@camket/contracts'
import type { EventData, Locale, TicketEvent } from '@camket/core'
import { present } from '@camket/core/present'
import { textIn } from '../text-in.ts'
import { deadlineView } from './deadline-view.ts'
import type { PublicRows } from './lookup-store.ts'
import { publicRemedies } from './remedies-view.ts'
import { eventFromRow } from './ticket-rows.ts'

/** For anyone who has the code: stages, deadlines, hand-offs, remedies. No name, no word of anybody. */
export function publicTicket(rows: PublicRows, now: Date, locale: Locale): PublicTicket {
  const { ticket, merchant, eventRows } = rows
  const { state } = ticket
  const { kind, status, outcome, exclusion, departmentId, filedAt } = state.ticket
  return {
    code: ticket.code,
    merchant: merchant.slug,
    merchantName: merchant.name,
    kind,
    status,
    ...present({ outcome, exclusion }),
    department: departmentName(rows, departmentId, locale),
    filedAt: filedAt.toISOString(),
    commitmentVersion: state.ticket.commitmentVersion,
    handOffs: state.ticket.handOffs,
    deadlines: state.deadlines
      .filter(({ internal }) => !internal)
      .map((deadline) => deadlineView(deadline, { now, locale, timeZone: merchant.timeZone })),
    remedies: publicRemedies(rows, { now, locale }),
    timeline: timeline(rows, eventRows.map(eventFromRow), locale),
  }
}

function timeline(rows: PublicRows, events: readonly TicketEvent[], locale: Locale): TimelineEntry[] {
  const milestones = new Map(rows.ticket.state.deadlines.map((deadline) => [deadline.number, deadline]))
  let departmentId = ''
  return events.flatMap(({ at, data }) => {
    if (data.type === 'filed') departmentId = data.departmentId
    if (data.type === 'handed_off') departmentId = data.toDepartment
    const told = entryOf(data, { rows, locale, milestones, departmentId })
    return told ? [{ at: at.toISOString(), ...told }] : []
  })
}

type Telling = {
  readonly rows: PublicRows
  readonly locale: Locale
  readonly milestones: ReadonlyMap<number, PublicRows['ticket']['state']['deadlines'][number]>
  /** Where the request lies at that moment. */
  readonly departmentId: string
}

/** What the public is told of an event; nothing of notes, plans, priorities and the clocks' own bookkeeping. */
function entryOf(
  data: EventData,
  { rows, locale, milestones, departmentId }: Telling,
): Omit<TimelineEntry, 'at'> | undefined {
  switch (data.type) {
    case 'filed':
      return { event: 'filed', channel: data.channel }
    case 'answered':
      return { event: 'answered', department: departmentName(rows, departmentId, locale) }
    case 'handed_off':
      return {
        event: 'handed_off',
        department: departmentName(rows, data.fromDepartment, locale),
        toDepartment: departmentName(rows, data.toDepartment, locale),
        reason: reasonText(rows, data.reason, locale),
      }
    case 'resolved':
      return { event: 'resolved', outcome: data.outcome, ...present({ exclusion: data.exclusion }) }
    case 'deadline_missed': {
      const missed = milestones.get(data.number)
      if (missed?.internal) return undefined
      return {
        event: 'deadline_missed',
        ...(missed && { milestone: missed.milestone, pledge: missed.pledge }),
      }
    }
    case 'remedy_owed':
      return { event: 'remedy_owed', pledge: data.pledge }
    case 'remedy_settled':
      return { event: 'remedy_settled', ...present({ amount: data.amount }) }
    case 'remedy_waived':
      return { event: 'remedy_waived', exclusion: data.exclusion }
    case 'remedy_chosen':
    case 'remedy_disputed':
    case 'remedy_expired':
    case 'kind_set':
      return { event: data.type }
    case 'customer_replied':
    case 'waited':
    case 'held':
    case 'resumed':
    case 'reopened':
    case 'closed':
      return { event: data.type }
    case 'call_made':
      return data.reached ? { event: 'call_made' } : undefined
    default:
      return undefined
  }
}

function departmentName({ departments, merchant }: PublicRows, id: string, locale: Locale): string {
  const department = departments.find((one) => one.id === id)
  return department ? textIn(department.name, locale, merchant.locale) : ''
}

function reasonText({ merchant }: PublicRows, code: string, locale: Locale): string {
  const reason = merchant.handOffReasons.find((one) => one.code === code)
  return reason ? textIn(reason.text, locale, merchant.locale) : code
}
