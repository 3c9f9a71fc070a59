import type { FilesField } from '../request-form/form-values.ts'
import { awaitRequest } from '../session/kept-requests.ts'
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
  /** Where it was chosen; without it, for the request. */
  readonly field?: FilesField
}

/** What was decided to be sent, word for word, before the first try: every further try sends exactly this. */
export type Sending<Body> = {
  readonly idempotencyKey: string
  readonly body: Body
  readonly startedAt: string
}

type Draft<Values, Body> = {
  readonly values: Values
  readonly files: readonly SavedFile[]
  readonly savedAt: string
  readonly sending?: Sending<Body>
}

/** The server keeps an upload and an idempotency key for a day; an hour less is sure. */
export const kept_hours = 23

/** Whether the server still has what it was given at an instant. */
export const isFresh = (at: string, now: Date): boolean =>
  now.getTime() - Date.parse(at) < kept_hours * 3_600_000

export type DraftStore<Values, Body> = {
  /** The draft, without files that the server has thrown away by now. */
  readonly read: (
    now: Date,
  ) => { draft: Draft<Values, Body>; filesExpired: boolean; isStale: boolean } | undefined
  /** False when it could not be kept. */
  readonly save: (values: Values, files: readonly SavedFile[], now: Date) => boolean
  /**
   * Keeps what is to be sent, with its key, before the first try. If another tab is already sending this draft, that
   * is what is given back: two tabs file one request. Should the page go away, it goes on at the next one.
   */
  readonly beginSending: (values: Values, files: readonly SavedFile[], body: Body, now: Date) => Sending<Body>
  /** With a key only if it is still what was sent under it: another tab may have begun the next one. */
  readonly clear: (sentUnder?: string) => void
}

/** One draft on this device, under a name. Tabs share it. */
export function draftStore<Values, Body>(merchant: string, name: string): DraftStore<Values, Body> {
  const read: DraftStore<Values, Body>['read'] = (now) => {
    const stored = readStored<Draft<Values, Body>>(merchant, name)
    if (!stored?.values || !Array.isArray(stored.files)) return undefined
    const { sending, ...rest } = stored
    const files = stored.files.filter(({ uploadedAt }) => isFresh(uploadedAt, now))
    const isSent = sending && isFresh(sending.startedAt, now)
    return {
      draft: { ...rest, files, ...(isSent && { sending }) },
      filesExpired: files.length < stored.files.length,
      isStale: isSent === false,
    }
  }
  const save = (values: Values, files: readonly SavedFile[], now: Date, sending?: Sending<Body>) =>
    writeStored(merchant, name, { values, files, savedAt: now.toISOString(), sending })
  return {
    read,
    save,
    beginSending(values, files, body, now) {
      const already = read(now)?.draft.sending
      if (already) return already
      const sending = newSending(body, now)
      save(values, files, now, sending)
      awaitRequest(merchant)
      return sending
    },
    clear(sentUnder) {
      const { sending } = readStored<Draft<Values, Body>>(merchant, name) ?? {}
      if (!sentUnder || sending?.idempotencyKey === sentUnder) removeStored(merchant, name)
    },
  }
}

export const newSending = <Body>(body: Body, now: Date): Sending<Body> => ({
  idempotencyKey: newKey(),
  body,
  startedAt: now.toISOString(),
})
