import type { Failure } from '@camket/contracts/client'
import type { RequestWords } from '../strings/words.ts'
import type { Errors } from './check-values.ts'

const fieldsByPointer: readonly (readonly [pointer: string, field: keyof Errors])[] = [
  ['/product/name', 'product'],
  ['/product/serial', 'serial'],
  ['/product/orderNumber', 'orderNumber'],
  ['/product/purchasedOn', 'purchasedOn'],
  ['/callback/from', 'from'],
  ['/callback/to', 'to'],
  ['/callback', 'day'],
  ['/message', 'message'],
  ['/subject', 'message'],
  ['/customer/name', 'name'],
  ['/customer/email', 'email'],
  ['/customer/phone', 'phone'],
  ['/attachments', 'files'],
]

/** Puts what the server did not accept beside the fields that it pointed at. */
export function errorsOfProblem({ problem }: Failure, words: RequestWords): Errors {
  const errors: Errors = {}
  if (problem.code === 'attachment_not_usable') errors.files = words.problem.attachment_not_usable
  for (const { pointer } of problem.errors ?? []) {
    const [, field] = fieldsByPointer.find(([start]) => pointer.startsWith(start)) ?? []
    if (field === undefined) continue
    errors[field] ??= sentence(field, words.error)
  }
  return errors
}

function sentence(field: keyof Errors, words: RequestWords['error']): string {
  if (field === 'email') return words.email
  if (field === 'phone') return words.phone
  return words.notAccepted
}
