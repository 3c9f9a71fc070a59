import type { InboxQuery } from '@camket/contracts'
import { kinds, statuses } from '@camket/core/vocabulary'

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((item) => item === value)

/** The inbox that an address asks for, so that a reload or a shared link shows the same list. */
export function filtersOf(search: string): InboxQuery {
  const params = new URLSearchParams(search)
  const view = oneOf(params.get('view'), ['inbox', 'done'] as const)
  const status = oneOf(params.get('status'), statuses)
  const kind = oneOf(params.get('kind'), kinds)
  const owner = oneOf(params.get('owner'), ['me', 'none'] as const)
  const department = params.get('department')
  return {
    ...(view && { view }),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(owner && { owner }),
    ...(department && { department }),
  }
}

/** The address's search part for these filters, empty for none. */
export function searchOf(filters: InboxQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) params.set(name, String(value))
  const text = params.toString()
  return text ? `?${text}` : ''
}
