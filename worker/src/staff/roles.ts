import type { Role } from '@camket/core'
import { createAccessControl } from 'better-auth/plugins/access'
import { defaultStatements } from 'better-auth/plugins/organization/access'

const access = createAccessControl(defaultStatements)
const nothing = { organization: [], member: [], invitation: [], team: [], ac: [] } as const

/**
 * What a role may do to the merchant's own set-up: its staff and its name. What it may do to requests stands at the
 * routes of those (`requireRole`).
 */
export const roles = {
  owner: access.newRole({
    ...nothing,
    organization: ['update'],
    member: ['create', 'update', 'delete'],
    invitation: ['create', 'cancel'],
  }),
  lead: access.newRole({ ...nothing, invitation: ['create', 'cancel'] }),
  staff: access.newRole(nothing),
  partner: access.newRole(nothing),
  read_only: access.newRole(nothing),
} satisfies Record<Role, unknown>
