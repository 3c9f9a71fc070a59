import { html, type TemplateResult } from 'lit'
import type { Strings } from '../strings/vi.ts'

export function shortcutList(words: Strings, open: boolean, close: () => void): TemplateResult {
  const rows: [string, string][] = [
    ['J', words.keys.next],
    ['K', words.keys.previous],
    ['R', words.keys.reply],
    ['N', words.keys.note],
    ['Ctrl ↵', words.keys.send],
    ['E', words.keys.resolve],
    ['H', words.keys.handOff],
    ['W', words.keys.wait],
    ['P', words.keys.priority],
    ['T', words.keys.kind],
    ['F', words.keys.facts],
    ['S', words.keys.settle],
    ['O', words.keys.owed],
    ['C', words.keys.newTicket],
    ['?', words.keys.help],
  ]
  return html`<wa-dialog label=${words.keys.title} ?open=${open} @wa-hide=${close}>
    <dl class="shortcuts">
      ${rows.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}
    </dl>
  </wa-dialog>`
}
