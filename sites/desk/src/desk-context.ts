import type { Me } from '@camket/contracts'
import type { Api } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from './strings/vi.ts'

/** What every part of the desk is given: who is signed in, the words and the way to the API. */
export type DeskContext = {
  readonly api: Api
  readonly me: Me
  readonly locale: Locale
  readonly words: Strings
}

/** Whether this person may act on tickets at all. */
export const mayAct = ({ me }: DeskContext): boolean =>
  me.staff.role === 'owner' || me.staff.role === 'lead' || me.staff.role === 'staff'

/** Whether this person may set the merchant's pages up: its widget, its help. */
export const maySetUp = ({ me }: DeskContext): boolean =>
  me.staff.role === 'owner' || me.staff.role === 'lead'

/** Whether this person may see the commitment that is being written. */
export const mayReadDraft = (context: DeskContext): boolean =>
  maySetUp(context) || context.me.staff.role === 'read_only'

/** The public name of a member of staff, also of one who left. */
export function staffName({ me, words }: DeskContext, id: string): string {
  return me.staffMembers.find((member) => member.id === id)?.name ?? words.ticket.formerStaff
}

/** Who answers for a ticket: its owner, or the lead of its department. */
export function responsible(
  context: DeskContext,
  ticket: { departmentId: string; ownerId?: string | undefined },
): string {
  if (ticket.ownerId) return staffName(context, ticket.ownerId)
  const department = context.me.departments.find(({ id }) => id === ticket.departmentId)
  return department
    ? context.words.ticket.lead(staffName(context, department.leadId))
    : context.words.ticket.formerStaff
}

export const departmentName = ({ me }: DeskContext, id: string): string =>
  me.departments.find((department) => department.id === id)?.name ?? id
