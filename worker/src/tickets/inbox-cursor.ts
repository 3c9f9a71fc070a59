import { raise } from '../http/raise.ts'
import type { InboxPlace } from './inbox-store.ts'

/** Opaque to clients; base64url of where the page ended. */
export function cursorOf({ sortAt, id }: InboxPlace): string {
  return new TextEncoder()
    .encode(`${sortAt.getTime()} ${id}`)
    .toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** Raises `invalid_query` for what is no cursor of ours. */
export function placeOf(cursor: string): InboxPlace {
  const [, millis, id] = /^(\d{1,16}) ((?:tic|rem)_[0-9A-Z]{26})$/.exec(decoded(cursor)) ?? []
  if (millis && id) return { sortAt: new Date(Number(millis)), id }
  const message = 'Start again without a cursor.'
  return raise('invalid_query', message, {
    errors: [{ pointer: '/cursor', code: 'invalid_cursor', message }],
  })
}

function decoded(cursor: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(cursor, { alphabet: 'base64url' }))
  } catch {
    return ''
  }
}
