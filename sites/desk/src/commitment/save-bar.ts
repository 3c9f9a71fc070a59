import { html, nothing, type TemplateResult } from 'lit'
import { shortInstant } from '../words/when.ts'
import type { DraftSaver } from './draft-saver.ts'
import type { Editor } from './editor.ts'

type Acts = {
  readonly save: () => void
  readonly undo: () => void
  readonly discard: () => void
  readonly publish: () => void
}

/** Where the draft stands, and what can be done with it as a whole. */
export function saveBar(
  saver: DraftSaver,
  editor: Editor,
  undoable: string | undefined,
  acts: Acts,
): TemplateResult | typeof nothing {
  const { words, readOnly, faults } = editor
  if (readOnly) return nothing
  const isUnsent = saver.state === 'kept' || saver.state === 'refused'
  return html`<div class="save-bar editor-bar">
    <span role="status" class="bar-state">${stateWords(saver, editor)}</span>
    ${
      undoable
        ? html`<span class="bar-undo" role="status">
          ${undoable} <button type="button" class="plain" @click=${acts.undo}>${words.undo}</button>
        </span>`
        : nothing
    }
    <span class="acts">
      ${isUnsent ? html`<button type="button" class="btn" @click=${acts.save}>${words.saveNow}</button>` : nothing}
      ${
        saver.revision > 0 || saver.state !== 'clean'
          ? html`<button type="button" class="plain" @click=${acts.discard}>${words.discard}</button>`
          : nothing
      }
      <wa-button
        variant="brand"
        ?disabled=${faults.length > 0 || saver.state === 'conflict' || (saver.revision === 0 && saver.state === 'clean')}
        @click=${acts.publish}
        >${words.publish}</wa-button
      >
    </span>
  </div>`
}

function stateWords(saver: DraftSaver, { words, context, faults }: Editor): string {
  const { locale, me } = context
  switch (saver.state) {
    case 'waiting':
    case 'saving':
      return words.saving
    case 'kept':
    case 'refused':
    case 'conflict':
      return words.kept
    case 'clean': {
      const at = saver.savedAt && words.saved(shortInstant(saver.savedAt, locale, me.merchant.timeZone))
      return `${at ?? words.untouched} · ${words.faultCount(faults.length)}`
    }
  }
}
