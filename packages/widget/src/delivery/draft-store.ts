import type { OwnName } from '../request-form/form-values.ts'
import { newKey } from '../session/new-key.ts'
import { readStored, removeStored, writeStored } from '../session/store.ts'

/** A file that was uploaded and waits to be attached; the id is the right to do so, and empty until it was uploaded. */
export type SavedFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly previewUrl?: string | undefined
  /** Or when it was chosen, if it was not uploaded yet. */
  readonly uploadedAt: string
  /** Under which this device keeps it until it is uploaded. */
  readonly key?: string
  /** What the camera wrote is still in it, because it could not be read. */
  readonly isAsIs?: boolean
  /** The merchant's own field that it answers. */
  readonly field?: OwnName
}

/** What was decided to be sent, word for word, before the first try: every further try sends exactly this. */
export type Sending<Body> = {
  readonly idempotencyKey: string
  readonly body: Body
  readonly startedAt: string
}

export type Draft<Values, Body> = {
  readonly values: Values
  readonly files: readonly SavedFile[]
  readonly savedAt: string
  readonly sending?: Sending<Body>
}

const hourMillis = 3_600_000
/** The server keeps an upload and an idempotency key for a day; an hour less is sure. */
export const kept_hours = 23

/** One draft on this device, under `key`. Tabs share it. */
export class DraftStore<Values, Body> {
  readonly #key: string

  constructor(key: string) {
    this.#key = key
  }

  /** The draft, without files that the server has thrown away by now. */
  read(now: Date): { draft: Draft<Values, Body>; filesExpired: boolean; isStale: boolean } | undefined {
    const stored = readStored<Draft<Values, Body>>(this.#key)
    if (stored?.values === undefined || !Array.isArray(stored.files)) return undefined
    const isFresh = (at: string) => now.getTime() - Date.parse(at) < kept_hours * hourMillis
    const files = stored.files.filter(({ uploadedAt }) => isFresh(uploadedAt))
    const { sending, ...rest } = stored
    const isStale = sending !== undefined && !isFresh(sending.startedAt)
    return {
      draft: { ...rest, files, ...(sending && !isStale && { sending }) },
      filesExpired: files.length < stored.files.length,
      isStale,
    }
  }

  /** False when it could not be kept. */
  save(values: Values, files: readonly SavedFile[], now: Date): boolean {
    return writeStored(this.#key, { values, files, savedAt: now.toISOString() })
  }

  /**
   * Keeps what is to be sent, with its key, before the first try. If another tab is already sending this draft, that
   * is what is given back: two tabs file one request.
   */
  beginSending(values: Values, files: readonly SavedFile[], body: Body, now: Date): Sending<Body> {
    const already = this.read(now)?.draft.sending
    if (already !== undefined) return already
    const sending = { idempotencyKey: newKey(), body, startedAt: now.toISOString() }
    writeStored(this.#key, { values, files, savedAt: now.toISOString(), sending })
    return sending
  }

  clear(): void {
    removeStored(this.#key)
  }
}
