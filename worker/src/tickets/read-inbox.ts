import type { InboxPage, InboxRow, inboxQuery } from '@camket/contracts'
import { type Deadline, isUnmet, stateAt } from '@camket/core'
import { present } from '@camket/core/present'
import type * as z from 'zod'
import type { Context } from '../context.ts'
import { cursorOf, placeOf } from './inbox-cursor.ts'
import { readDeadlinesOf, readInbox as readRows } from './inbox-store.ts'
import type { By } from './staff-message.ts'

/** A page of the inbox, nearest deadline first, or of what is done, newest first. */
export async function readInbox(
  { db, now }: Context,
  by: By,
  query: z.output<typeof inboxQuery>,
): Promise<InboxPage> {
  const { view, status, kind, department, owner, cursor, limit } = query
  const filter = {
    merchantId: by.merchantId,
    view,
    ...present({ status, kind, departmentId: department }),
    ...(owner && { ownerId: owner === 'me' ? by.id : null }),
  }
  const found = await readRows(db, filter, {
    after: cursor ? placeOf(cursor) : undefined,
    rows_max: limit + 1,
  })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const deadlines = await readDeadlinesOf(
    db,
    rows.map(({ ticket }) => ticket.id),
  )
  return {
    tickets: rows.map((row) => viewRow(row, deadlines.get(row.ticket.id) ?? [], now)),
    ...(last && { nextCursor: cursorOf(last.ticket) }),
  }
}

function viewRow(
  { ticket, subject, contact }: Awaited<ReturnType<typeof readRows>>[number],
  deadlines: readonly Deadline[],
  now: Date,
): InboxRow {
  const next = nextDeadline(deadlines)
  return {
    code: ticket.code,
    subject,
    customerName: contact.name,
    customerType: ticket.customerType,
    kind: ticket.kind,
    status: ticket.status,
    priority: ticket.priority,
    departmentId: ticket.departmentId,
    filedAt: ticket.filedAt.toISOString(),
    sequence: ticket.sequence,
    ...present({ outcome: ticket.outcome ?? undefined, ownerId: ticket.ownerId ?? undefined }),
    ...(next && {
      nextDeadline: {
        milestone: next.milestone,
        dueAt: next.dueAt.toISOString(),
        state: stateAt(next, now),
        internal: next.internal ?? false,
        warned: next.warned > 0,
      },
    }),
  }
}

/** The one that waits for staff soonest; one that is paused only when nothing else is open. */
function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  const rank = ({ pausedAt, dueAt }: Deadline) => dueAt.getTime() + (pausedAt ? 1e15 : 0)
  return deadlines.filter(isUnmet).sort((a, b) => rank(a) - rank(b))[0]
}
