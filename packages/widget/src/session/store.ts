/** What may not be kept on this device, for as long as the page is open. */
const memory = new Map<string, string>()
const guards = new Map<string, () => boolean>()

/**
 * Makes what is kept for a merchant (`camket:{merchant}:…`) stay in memory while `isAllowed` says no. Whoever has
 * something on this device already has said yes before.
 */
export function guardStorage(merchant: string, isAllowed: () => boolean): void {
  const start = startOf(merchant)
  guards.set(start, () => isAllowed() || storedKeys().some((key) => key.startsWith(start)))
}

/** Whether something of this merchant's may be kept on this device. */
export const mayStore = (merchant: string): boolean => guards.get(startOf(merchant))?.() ?? true

/** Puts on this device what was in memory, once that is allowed. */
export function storeKept(merchant: string): void {
  for (const [key, text] of memory) {
    if (key.startsWith(startOf(merchant))) {
      localStorage.setItem(key, text)
      memory.delete(key)
    }
  }
}

/** What is kept on this device. Storage may be forbidden or full: then reading finds nothing and writing says so. */
export function readStored<T>(key: string): T | undefined {
  try {
    const text = memory.get(key) ?? localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** False when it could not be kept, or only until the page is left. */
export function writeStored(key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  const [, merchant = ''] = key.split(':')
  try {
    if (mayStore(merchant)) {
      localStorage.setItem(key, text)
      return true
    }
  } catch {
    // Then it is kept as long as can be.
  }
  memory.set(key, text)
  return false
}

export function removeStored(key: string): void {
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Then nothing was stored either.
  }
}

const startOf = (merchant: string) => `camket:${merchant}:`

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
