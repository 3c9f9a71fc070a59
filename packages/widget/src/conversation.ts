// What a request that was sent needs, for later.ts. Registered here, as what comes first is in panel.ts.
import { defineAll } from './element/define-all.ts'
import { RequestList } from './request-list/request-list.ts'
import { TicketForm } from './ticket-form/ticket-form.ts'
import { TicketView } from './ticket-view/ticket-view.ts'

export function defineConversation(): void {
  defineAll({
    'camket-request-list': RequestList,
    'camket-ticket-view': TicketView,
    'camket-ticket-form': TicketForm,
  })
}
