import { listAt, valueAt } from './pointer.ts'

/** An id that no item of a list has yet: `pledge-4`. It can be changed until it is published. */
export function freeId(work: unknown, list: string, prefix: string): string {
  const items = listAt(work, list)
  const taken = new Set(items.flatMap((item) => [valueAt(item, '/id'), valueAt(item, '/code')]))
  for (let number = items.length + 1; ; number++) {
    const id = `${prefix}-${number}`
    if (!taken.has(id)) return id
  }
}
