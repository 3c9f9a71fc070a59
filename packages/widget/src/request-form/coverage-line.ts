import type { PreviewView } from '@camket/contracts'
import type { Session } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { dateWords } from '../time/due-words.ts'

type Coverage = NonNullable<PreviewView['coverage']>

/** Whether the product is under warranty, as soon as that can be told. */
export function coverageLine(
  { state, reason, until }: Coverage,
  { words, locale }: Session,
): Template | typeof nothing {
  if (state === 'covered' && until) {
    return html`<span class="state kept coverage">✓ ${words.coverage.covered(dateWords(until, locale))}</span>`
  }
  if (state === 'expired' && until) {
    return html`<span class="state paused coverage">${words.coverage.expired(dateWords(until, locale))}</span>`
  }
  if (state === 'excluded') return html`<span class="state paused coverage">${words.coverage.excluded}</span>`
  if (reason === 'purchase_date_unknown') return html`<span class="hint">${words.coverage[reason]}</span>`
  return nothing
}
