import { html, nothing, type TemplateResult } from 'lit'
import type { Editor } from './editor.ts'
import { faultsAt } from './fault-words.ts'
import { faultLine } from './fields.ts'
import { listAt, movedItem, withoutItem, withValue } from './pointer.ts'

type List = {
  readonly pointer: string
  /** What a new item begins as. */
  readonly make: () => unknown
  readonly addLabel: string
  /** What one item is called, in its summary and on its buttons. */
  readonly title: (pointer: string, index: number) => string
  readonly form: (pointer: string, index: number) => TemplateResult
  readonly items_max?: number
  readonly none?: string
  /** Items that fold away; else they stand open. */
  readonly folds?: boolean
  readonly copy?: (item: unknown) => unknown
}

/** A list whose items can be added, moved, duplicated and taken away (which can be undone). */
export function itemList(editor: Editor, list: List): TemplateResult {
  const { pointer, make, addLabel, none, items_max = 100 } = list
  const items = listAt(editor.work, pointer)
  const add = (event: Event) => {
    editor.set(pointer, [...items, make()])
    openLast(event, `${pointer}/${items.length}`)
  }
  return html`<div class="items" data-pointer=${pointer} tabindex="-1">
    ${items.length === 0 && none ? html`<p class="quiet">${none}</p>` : nothing}
    ${items.map((_, index) => item(editor, list, index, items.length))} ${faultLine(editor, pointer, false)}
    ${
      editor.readOnly || items.length >= items_max
        ? nothing
        : html`<p><button type="button" class="btn" @click=${add}>${addLabel}</button></p>`
    }
  </div>`
}

function item(editor: Editor, list: List, index: number, length: number): TemplateResult {
  const at = `${list.pointer}/${index}`
  const title = list.title(at, index)
  const body = html`<div class="item-body">${list.form(at, index)} ${acts(editor, list, index, length, title)}</div>`
  const isFaulty = faultsAt(editor.faults, at, true).length > 0
  if (!list.folds) {
    return html`<fieldset class="item" data-pointer=${at} tabindex="-1">
      <legend>${title}</legend>
      ${faultLine(editor, at, false)} ${body}
    </fieldset>`
  }
  return html`<details class="item" data-pointer=${at}>
    <summary>
      <span class="item-title">${title}</span>
      ${isFaulty ? html`<span class="state missed">${editor.words.faultCount(faultsAt(editor.faults, at, true).length)}</span>` : nothing}
    </summary>
    <div class="item-body">
      ${faultLine(editor, at, false)} ${list.form(at, index)} ${acts(editor, list, index, length, title)}
    </div>
  </details>`
}

function acts(editor: Editor, list: List, index: number, length: number, title: string) {
  if (editor.readOnly) return nothing
  const { words, work } = editor
  const at = `${list.pointer}/${index}`
  const button = (text: string, act: () => void, disabled = false) =>
    html`<button type="button" class="plain" aria-label="${text}: ${title}" ?disabled=${disabled} @click=${act}>
      ${text}
    </button>`
  const items = listAt(work, list.pointer)
  return html`<p class="acts">
    ${length > 1 ? button(words.up, () => editor.put(movedItem(work, at, -1)), index === 0) : nothing}
    ${length > 1 ? button(words.down, () => editor.put(movedItem(work, at, 1)), index === length - 1) : nothing}
    ${
      list.copy
        ? button(words.copy, () =>
            editor.put(
              withValue(work, list.pointer, items.toSpliced(index + 1, 0, list.copy?.(items[index]))),
            ),
          )
        : nothing
    }
    ${button(words.remove, () => editor.putUndoable(withoutItem(work, at), words.removed))}
  </p>`
}

/** What was just added is opened, and its first field has the focus. */
function openLast(event: Event, pointer: string): void {
  const root = (event.target as HTMLElement).closest('camket-commitment')
  requestAnimationFrame(() => {
    const added = root?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)
    if (added instanceof HTMLDetailsElement) added.open = true
    added?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  })
}
