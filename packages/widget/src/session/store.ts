/** What may not be kept on this device, for as long as the page is open. */
const memory = new Map<string, string>()
const guards = new Map<string, () => boolean>()

const keyOf = (merchant: string, name: string) => `camket:${merchant}:${name}`

/** Makes what is kept for a merchant stay in memory while `isAllowed` says no. */
export function guardStorage(merchant: string, isAllowed: () => boolean): void {
  guards.set(merchant, isAllowed)
}

/**
 * Whether something of this merchant's may be kept on this device. Whoever has something of it here already has said
 * yes before.
 */
export function mayStore(merchant: string): boolean {
  try {
    return (
      (guards.get(merchant)?.() ?? true) ||
      Object.keys(localStorage).some((key) => key.startsWith(keyOf(merchant, '')))
    )
  } catch {
    return false
  }
}

/** Puts on this device what was in memory, once that is allowed. */
export function storeKept(merchant: string): void {
  for (const [key, text] of memory) {
    if (key.startsWith(keyOf(merchant, ''))) {
      localStorage.setItem(key, text)
      memory.delete(key)
    }
  }
}

/** What is kept on this device. Storage may be forbidden or full: then reading finds nothing and writing says so. */
export function readStored<T>(merchant: string, name: string): T | undefined {
  const key = keyOf(merchant, name)
  try {
    return JSON.parse(memory.get(key) ?? localStorage.getItem(key) ?? '') as T
  } catch {
    return undefined
  }
}

/** False when it could not be kept, or only until the page is left. */
export function writeStored(merchant: string, name: string, value: unknown): boolean {
  const key = keyOf(merchant, name)
  const text = JSON.stringify(value)
  memory.set(key, text)
  try {
    if (mayStore(merchant)) {
      localStorage.setItem(key, text)
      return memory.delete(key)
    }
  } catch {
    // Then it is kept as long as can be.
  }
  return false
}

export function removeStored(merchant: string, name: string): void {
  const key = keyOf(merchant, name)
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Then nothing was stored either.
  }
}
