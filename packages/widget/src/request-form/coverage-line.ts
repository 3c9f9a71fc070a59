import type { PreviewView } from '@camket/contracts'
import type { Session } from '../session/session.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { dateWords } from '../time/due-words.ts'

/** Whether the product is under warranty, as soon as that can be told. */
export function coverageLine(coverage: PreviewView['coverage'], session: Session): Template | typeof nothing {
  const { words } = session
  if (!coverage) return nothing
  const { state, reason, until } = coverage
  const said = words.coverage[(state in words.coverage ? state : reason) as keyof typeof words.coverage]
  if (!said) return nothing
  const look = state === 'covered' ? 'state kept' : state === 'unknown' ? 'hint' : 'state paused'
  return html`<span class="coverage ${look}">${state === 'covered' ? '✓ ' : ''}${typeof said === 'string' ? said : until && said(dateWords(until, session))}</span>`
}
