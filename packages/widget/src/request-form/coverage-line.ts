import type { PreviewView } from '@camket/contracts'
import type { Session } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { dateWords } from '../time/due-words.ts'

type Coverage = NonNullable<PreviewView['coverage']>

/** Whether the product is under warranty, as soon as that can be told. */
export function coverageLine(
  { state, reason, until }: Coverage,
  session: Session,
): Template | typeof nothing {
  const { words } = session
  if (state === 'covered' && until) {
    return html`<span class="state kept coverage">✓ ${words.coverage.covered(dateWords(until, session))}</span>`
  }
  if (state === 'expired' && until) {
    return html`<span class="state paused coverage">${words.coverage.expired(dateWords(until, session))}</span>`
  }
  if (state === 'excluded') return html`<span class="state paused coverage">${words.coverage.excluded}</span>`
  if (reason === 'purchase_date_unknown') return html`<span class="hint">${words.coverage[reason]}</span>`
  return nothing
}
