import '@awesome.me/webawesome/dist/components/button/button.js'
import '@awesome.me/webawesome/dist/components/callout/callout.js'
import '@awesome.me/webawesome/dist/components/dialog/dialog.js'
import '@awesome.me/webawesome/dist/components/input/input.js'
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import { DeskApp } from './app/desk-app.ts'
import { NewTicket } from './filing/new-ticket.ts'
import { InboxList } from './inbox/inbox-list.ts'
import { SettleDialog } from './owed/settle-dialog.ts'
import { WaiveDialog } from './owed/waive-dialog.ts'
import { FilePicker } from './parts/file-picker.ts'
import { SignIn } from './session/sign-in.ts'
import { FactsDialog } from './ticket/facts-dialog.ts'
import { HandOffDialog } from './ticket/hand-off-dialog.ts'
import { RematchDialog } from './ticket/rematch-dialog.ts'
import { ReplyBox } from './ticket/reply-box.ts'
import { ResolveDialog } from './ticket/resolve-dialog.ts'
import { TicketView } from './ticket/ticket-view.ts'

/** Registers every element of the desk. */
export function registerDesk(): void {
  customElements.define('camket-file-picker', FilePicker)
  customElements.define('camket-sign-in', SignIn)
  customElements.define('camket-inbox-list', InboxList)
  customElements.define('camket-reply-box', ReplyBox)
  customElements.define('camket-resolve-dialog', ResolveDialog)
  customElements.define('camket-hand-off-dialog', HandOffDialog)
  customElements.define('camket-rematch-dialog', RematchDialog)
  customElements.define('camket-facts-dialog', FactsDialog)
  customElements.define('camket-settle-dialog', SettleDialog)
  customElements.define('camket-waive-dialog', WaiveDialog)
  customElements.define('camket-ticket', TicketView)
  customElements.define('camket-new-ticket', NewTicket)
  customElements.define('camket-desk', DeskApp)
}
