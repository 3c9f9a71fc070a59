import { ulid } from 'ulid'
import type { Context } from './context.ts'

/** `{prefix}_` and a ULID: ids sort by time and hold 80 random bits. */
export function newId(prefix: string, { now, random }: Pick<Context, 'now' | 'random'>): string {
  return `${prefix}_${ulid(now.getTime(), () => (random(1)[0] ?? 0) / 256)}`
}
