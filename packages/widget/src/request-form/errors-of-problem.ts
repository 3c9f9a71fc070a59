import type { Failure } from '@camket/contracts/client'
import type { RequestWords } from '../strings/words.ts'
import type { Errors } from './check-values.ts'
import { isField } from './form-values.ts'

/** Where a pointer's last name is not the field's own. */
const renamed: Readonly<Record<string, keyof Errors>> = {
  '/product/name': 'product',
  '/callback': 'day',
  '/subject': 'message',
}

/** Puts what the server did not accept beside the fields that it pointed at. */
export function errorsOfProblem({ problem }: Failure, words: RequestWords): Errors {
  const errors: Errors = {}
  if (problem.code === 'attachment_not_usable') errors.files = words.problem.attachment_not_usable
  for (const { pointer } of problem.errors ?? []) {
    const field = fieldAt(pointer)
    if (field) errors[field] ??= sentence(field, words.error)
  }
  return errors
}

function fieldAt(pointer: string): keyof Errors | undefined {
  if (pointer.startsWith('/attachments')) return 'files'
  if (pointer.startsWith('/fields/')) return `own-${pointer.slice(8)}`
  const name = renamed[pointer] ?? pointer.replace(/^\/(?:product|callback|customer)?\/?/, '')
  return isField(name) ? name : undefined
}

function sentence(field: keyof Errors, words: RequestWords['error']): string {
  if (field === 'email') return words.email
  if (field === 'phone') return words.phone
  return words.notAccepted
}
