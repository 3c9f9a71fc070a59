// What the loader imports at the first touch. Classes stand in files of their own; only here are they registered.
import { DeadlinePromise } from './deadline-promise/deadline-promise.ts'
import { KindChoice } from './kind-choice/kind-choice.ts'
import type { PanelOptions } from './panel/open-session.ts'
import { PanelElement } from './panel/panel-element.ts'
import { PhotoPicker } from './photo-picker/photo-picker.ts'
import { ReceiptView } from './receipt/receipt.ts'
import { ReplyForm } from './reply-form/reply-form.ts'
import { RequestForm } from './request-form/request-form.ts'
import { RequestList } from './request-list/request-list.ts'
import { TicketView } from './ticket-view/ticket-view.ts'

export type { PanelElement }

const elements: Record<string, CustomElementConstructor> = {
  'camket-panel': PanelElement,
  'camket-kind-choice': KindChoice,
  'camket-deadline-promise': DeadlinePromise,
  'camket-photo-picker': PhotoPicker,
  'camket-request-form': RequestForm,
  'camket-receipt': ReceiptView,
  'camket-request-list': RequestList,
  'camket-ticket-view': TicketView,
  'camket-reply-form': ReplyForm,
}

export function definePanel(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element)
  }
}

export function createPanel(options: PanelOptions): PanelElement {
  definePanel()
  return Object.assign(document.createElement('camket-panel') as PanelElement, { options })
}
