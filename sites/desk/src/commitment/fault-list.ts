import type { DraftFault } from '@camket/contracts'
import { html, type TemplateResult } from 'lit'
import type { SaveState } from './draft-saver.ts'
import type { Editor } from './editor.ts'
import { faultWords, placeWords } from './fault-words.ts'

/** All that keeps the draft from being published; each leads to its place. */
export function faultList(
  { faults, words }: Editor,
  state: SaveState,
  show: (fault: DraftFault) => void,
): TemplateResult {
  if (faults.length === 0) {
    const told = state === 'clean' ? words.faultsNone : words.faultsUnknown
    return html`<p class="quiet">${told}</p>`
  }
  return html`<h2>${words.faultsTitle}</h2>
    <ol>
      ${faults.map(
        (fault) => html`<li>
          <button type="button" class="plain" @click=${() => show(fault)}>${placeWords(fault.pointer, words)}</button>
          <span>${faultWords(fault, words)}</span>
        </li>`,
      )}
    </ol>`
}

/** Opens whatever a place is folded in, and puts the focus on its control, or on the nearest one around it. */
export function showFault(root: HTMLElement, pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = root.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(at)}"]`)
    if (!found) continue
    for (let fold: Element | null = found; fold; fold = fold.parentElement?.closest('details') ?? null) {
      if (fold instanceof HTMLDetailsElement) fold.open = true
    }
    const control = found instanceof HTMLDetailsElement ? found.querySelector('summary') : found
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
    return
  }
}
