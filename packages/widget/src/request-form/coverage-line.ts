import type { PreviewView } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'

/** Whether the product is under warranty, as soon as that can be told. */
export function coverageLine(coverage: PreviewView['coverage']): Template | typeof nothing {
  if (!coverage?.text) return nothing
  const { state, text } = coverage
  const look = state === 'covered' ? 'state kept' : state === 'unknown' ? 'hint' : 'state paused'
  return html`<span class="coverage ${look}">${state === 'covered' ? '✓ ' : ''}${text}</span>`
}
