import { deskRemedyOperations } from './operations/desk-remedies.ts'
import { deskSetUpOperations } from './operations/desk-set-up.ts'
import { deskTicketOperations } from './operations/desk-tickets.ts'
import { filingOperations } from './operations/filing.ts'
import { merchantOperations } from './operations/merchants.ts'
import type { Operation } from './operations/operation.ts'
import { requestOperations } from './operations/requests.ts'
import { staffOperations } from './operations/staff.ts'

export { type Operation, problemsOf } from './operations/operation.ts'

/** Every address of the API. The OpenAPI document is made from this; a test holds it against the Worker's routes. */
export const operations = {
  ...merchantOperations,
  ...filingOperations,
  ...requestOperations,
  ...staffOperations,
  ...deskTicketOperations,
  ...deskRemedyOperations,
  ...deskSetUpOperations,
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof operations
