import type { Problem } from '@camket/contracts'
import type * as z from 'zod'

/** What a schema found wrong, each with a JSON pointer (RFC 6901) to the member. */
export function bodyErrors({ issues }: z.ZodError): NonNullable<Problem['errors']> {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        code: 'unknown_member',
        message: 'There is no such member.',
      }))
    }
    const params = issue.code === 'custom' ? (issue.params as { code?: string } | undefined) : undefined
    return [{ pointer: pointerTo(issue.path), code: params?.code ?? issue.code, message: issue.message }]
  })
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
