import type { EmbedDraft } from './embed-draft.ts'

const keyOf = (merchant: string) => `camket-desk-embed:${merchant}`

/** What was changed and not saved in this tab, over a reload. The secret of Turnstile is kept nowhere. */
export function keptDraft(merchant: string): EmbedDraft | undefined {
  const text = sessionStorage.getItem(keyOf(merchant))
  return text === null ? undefined : (JSON.parse(text) as EmbedDraft)
}

export function keepDraft(merchant: string, draft: EmbedDraft): void {
  sessionStorage.setItem(keyOf(merchant), JSON.stringify({ ...draft, secret: '' }))
}

export function forgetDraft(merchant: string): void {
  sessionStorage.removeItem(keyOf(merchant))
}
