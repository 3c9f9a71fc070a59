// What the loader imports at the first touch. Classes stand in files of their own; only here are they registered.
import { DeadlinePromise } from './deadline-promise/deadline-promise.ts'
import { defineAll } from './element/define-all.ts'
import { KindChoice } from './kind-choice/kind-choice.ts'
import type { PanelOptions } from './panel/open-session.ts'
import { PanelElement } from './panel/panel-element.ts'
import { PhotoPicker } from './photo-picker/photo-picker.ts'
import { ReceiptView } from './receipt/receipt.ts'
import { RequestForm } from './request-form/request-form.ts'

export type { PanelElement }

export function definePanel(): void {
  defineAll({
    'camket-panel': PanelElement,
    'camket-kind-choice': KindChoice,
    'camket-deadline-promise': DeadlinePromise,
    'camket-photo-picker': PhotoPicker,
    'camket-request-form': RequestForm,
    'camket-receipt': ReceiptView,
  })
}

export function createPanel(options: PanelOptions): PanelElement {
  definePanel()
  return Object.assign(document.createElement('camket-panel') as PanelElement, { options })
}
