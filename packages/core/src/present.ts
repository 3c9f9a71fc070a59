type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Leaves out the members without a value, so that what is stored and read again compares equal. */
export function present<T extends object>(members: T): Present<T> {
  // A plain loop: whole histories are folded with this, and lists of entries would cost most of that time.
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(members) as (keyof T & string)[]) {
    if (members[name] !== undefined) kept[name] = members[name]
  }
  return kept as Present<T>
}
