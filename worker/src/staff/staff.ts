import type { Role } from '@camket/core'

/** The signed-in person, as a member of one merchant. */
export type Staff = {
  /** Member id: the staff id in tickets, events and messages. */
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly merchantId: string
  readonly departmentId?: string
}
