// What the panel imports when a request that was sent is opened. Registered here, as what comes first is in panel.ts.

import { html, type Template } from '@camket/contracts/template'
import { defineAll } from './element/define-all.ts'
import type { ConversationView } from './panel/view.ts'
import { RequestList } from './request-list/request-list.ts'
import type { KeptRequest } from './session/kept-requests.ts'
import type { Session } from './session/session.ts'
import { TicketForm } from './ticket-form/ticket-form.ts'
import { TicketView } from './ticket-view/ticket-view.ts'

type ConversationActs = {
  readonly onOpen: (request: KeptRequest) => void
  /** What was said cannot be said again. */
  readonly onDone: () => void
}

export function defineConversation(): void {
  defineAll({
    'camket-request-list': RequestList,
    'camket-ticket-view': TicketView,
    'camket-ticket-form': TicketForm,
  })
}

/** The list of this device's requests, or one of them. */
export function drawConversation(
  session: Session,
  view: ConversationView,
  { onOpen, onDone }: ConversationActs,
): Template {
  defineConversation()
  return view.name === 'requests'
    ? html`<camket-request-list
        .session=${session}
        @open=${(event: CustomEvent<KeptRequest>) => onOpen(event.detail)}
      ></camket-request-list>`
    : html`<camket-ticket-view
        .session=${session}
        .request=${view.request}
        @done=${onDone}
      ></camket-ticket-view>`
}
