import { raise } from '../http/raise.ts'
import type { LinePlace } from './lines-store.ts'

/** Both are public, so the cursor hides nothing. */
export const cursorOf = ({ day, handle }: LinePlace): string => `${day}.${handle}`

/** Raises `invalid_query` for what is no cursor of ours. */
export function placeOf(cursor: string): LinePlace {
  const [, day, handle] = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{20})$/.exec(cursor) ?? []
  if (day && handle) return { day, handle }
  const message = 'Start again without a cursor.'
  return raise('invalid_query', message, {
    errors: [{ pointer: '/cursor', code: 'invalid_cursor', message }],
  })
}
