import { kept_hours } from '../delivery/draft-store.ts'

type KeptFile = {
  /** Under which it is uploaded; the draft names it by this. */
  readonly key: string
  readonly file: File
  readonly keptAt: string
}

const hour_millis = 3_600_000
/** A draft names its files at once; another tab may be about to. */
const unnamed_millis = 60_000

/**
 * Keeps a file on this device, as it is to be sent, and clears away what no draft is waiting for. Rejects where the
 * browser keeps no files or has no room.
 */
export async function keepFile(merchant: string, kept: KeptFile): Promise<void> {
  await inStore(merchant, (store) => {
    const put = store.put(kept)
    const all = store.getAll()
    all.onsuccess = () => {
      for (const one of all.result as KeptFile[]) {
        if (one.key !== kept.key && isWaste(one, merchant)) store.delete(one.key)
      }
    }
    return put
  })
}

export const keptFile = async (merchant: string, key: string): Promise<File | undefined> =>
  (await inStore<KeptFile | undefined>(merchant, (store) => store.get(key)))?.file

export const forgetFile = (merchant: string, key: string): Promise<unknown> =>
  inStore(merchant, (store) => store.delete(key))

function isWaste({ key, keptAt }: KeptFile, merchant: string): boolean {
  const age_millis = Date.now() - Date.parse(keptAt)
  if (age_millis > kept_hours * hour_millis) return true
  const isNamed = Object.entries(localStorage).some(
    ([name, text]) => name.startsWith(`camket:${merchant}:`) && text.includes(key),
  )
  return !isNamed && age_millis > unnamed_millis
}

/** Resolves when what `act` does is written; nothing is held open after that. */
async function inStore<T>(merchant: string, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(`camket:${merchant}`)
  opening.onupgradeneeded = () => opening.result.createObjectStore('files', { keyPath: 'key' })
  await new Promise((done, fail) => {
    opening.onsuccess = done
    opening.onerror = opening.onblocked = fail
  })
  const database = opening.result
  try {
    const transaction = database.transaction('files', 'readwrite')
    const request = act(transaction.objectStore('files'))
    await new Promise((done, fail) => {
      transaction.oncomplete = done
      transaction.onabort = fail
    })
    return request.result
  } finally {
    database.close()
  }
}
