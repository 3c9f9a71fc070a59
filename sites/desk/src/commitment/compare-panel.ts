import { html, type TemplateResult } from 'lit'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import type { Change } from './compare.ts'

/** What differs, with the words that were taken away and put in marked as such, not by colour alone. */
export function changeList(changes: readonly Change[], words: CommitmentWords): TemplateResult {
  const kinds = { added: words.compareAdded, removed: words.compareRemoved, changed: words.compareChanged }
  return html`<ul class="changes">
    ${changes.map(
      ({ label, kind, parts }) => html`<li>
        <p class="small"><b>${label}</b> <span class="quiet">(${kinds[kind]})</span></p>
        <p class="difference">${parts.map(({ text, state }) => marked(text, state))}</p>
      </li>`,
    )}
  </ul>`
}

function marked(text: string, state: Change['parts'][number]['state']) {
  if (state === 'same') return text
  return state === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`
}
