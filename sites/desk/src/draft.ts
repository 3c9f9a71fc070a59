export type Draft = {
  readonly mode: 'reply' | 'note'
  readonly text: string
  readonly attachments: readonly { id: string; name: string }[]
  /** Of the try under way: the same for every try at sending these same words. */
  readonly idempotencyKey?: string
}

const emptyDraft: Draft = { mode: 'reply', text: '', attachments: [] }
const keyOf = (code: string) => `camket-desk-draft-${code}`

/** What somebody was writing on this device, so that a reload or an ended session loses nothing. */
export function readDraft(storage: Storage, code: string): Draft {
  const text = storage.getItem(keyOf(code))
  return text ? { ...emptyDraft, ...(JSON.parse(text) as Partial<Draft>) } : emptyDraft
}

export function writeDraft(storage: Storage, code: string, draft: Draft): void {
  if (draft.text === '' && draft.attachments.length === 0) storage.removeItem(keyOf(code))
  else storage.setItem(keyOf(code), JSON.stringify(draft))
}
