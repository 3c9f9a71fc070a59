// What the loader imports at the first touch. Classes stand in files of their own; only here are they registered.
import { defineAll } from './element/define-all.ts'
import { PanelElement } from './panel/panel-element.ts'
import { PhotoPicker } from './photo-picker/photo-picker.ts'
import { RequestForm } from './request-form/request-form.ts'
import type { LauncherWords } from './strings/words.ts'
import type { Host, Known } from './widget-element/host.ts'

export type { PanelElement }

export function definePanel(): void {
  defineAll({
    'camket-panel': PanelElement,
    'camket-photo-picker': PhotoPicker,
    'camket-request-form': RequestForm,
  })
}

/** `answer`: to what the panel would ask for first, where that is on its way already. */
export function createPanel(
  host: Host,
  known: Known,
  internals: ElementInternals,
  words: LauncherWords,
  answer?: Promise<Response>,
): PanelElement {
  definePanel()
  const panel = document.createElement('camket-panel') as PanelElement
  Object.assign(panel, { host, known, internals, words, answer })
  panel.setAttribute('exportparts', 'panel,header,heading,close,send')
  // A slot that nobody fills is content too: it would stand in place of the merchant's own logo.
  for (const name of host.querySelector('[slot=logo]') ? ['logo', 'form-footer'] : ['form-footer']) {
    panel.append(Object.assign(document.createElement('slot'), { name, slot: name }))
  }
  return panel
}
