/** JSON as it is edited: parts may be missing, or of another kind than they should be. */
type Parent = Record<string, unknown> | unknown[]

const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** One member's name as a part of a JSON pointer (RFC 6901). */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const part of partsOf(pointer)) {
    if (!isParent(value) || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** The list at a pointer; an empty one where there is none. */
export function listAt(root: unknown, pointer: string): readonly unknown[] {
  const value = valueAt(root, pointer)
  return Array.isArray(value) ? value : []
}

/** A copy in which another value stands at the pointer, with all that leads there; `undefined` takes a member away. */
export function withValue<T>(root: T, pointer: string, value: unknown): T {
  return change(root, partsOf(pointer), () => value) as T
}

/** A copy without an item of a list. */
export function withoutItem<T>(root: T, pointer: string): T {
  const { list, index } = placeOf(pointer)
  return withValue(root, list, listAt(root, list).toSpliced(index, 1))
}

/** A copy in which an item of a list stands one place further up (-1) or down (1). */
export function movedItem<T>(root: T, pointer: string, step: -1 | 1): T {
  const { list, index } = placeOf(pointer)
  const items = listAt(root, list)
  const to = index + step
  if (to < 0 || to >= items.length) return root
  return withValue(root, list, items.toSpliced(index, 1).toSpliced(to, 0, items[index]))
}

function placeOf(pointer: string): { list: string; index: number } {
  const at = pointer.lastIndexOf('/')
  return { list: pointer.slice(0, at), index: Number(pointer.slice(at + 1)) }
}

function change(value: unknown, [part, ...rest]: string[], to: () => unknown): unknown {
  if (part === undefined) return to()
  if (Array.isArray(value)) {
    return value.with(Number(part), change(value[Number(part)], rest, to))
  }
  const { [part]: before, ...others } = isParent(value) ? (value as Record<string, unknown>) : {}
  const after = change(before, rest, to)
  if (after === undefined) return others
  // A member keeps its place, so that a form is not shuffled while it is filled in.
  return isParent(value) && Object.hasOwn(value, part)
    ? { ...value, [part]: after }
    : { ...others, [part]: after }
}
