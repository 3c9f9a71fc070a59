import type { FileTicketInput, Receipt } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import type { WidgetEvents } from '../public-api.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import type { Session } from '../session/session.ts'

/** What a panel shows. */
export type View =
  | { readonly name: 'kinds' }
  | { readonly name: 'form'; readonly kind: Kind }
  | { readonly name: 'receipt'; readonly receipt: Receipt; readonly filed: FileTicketInput }
  | ConversationView

/** What it shows of requests that were sent; drawn by conversation.ts. */
export type ConversationView =
  | { readonly name: 'list' }
  | { readonly name: 'ticket'; readonly request: KeptRequest }

export function headingOf(view: View, { words, config, heading }: Session): string {
  switch (view.name) {
    case 'kinds':
      return heading ?? words.title(config.name)
    case 'form':
      return words.formTitle[view.kind]
    case 'receipt':
      return words.receipt.title
    case 'list':
      return words.myRequests(0)
    case 'ticket':
      return words.formTitle[view.request.kind]
  }
}

/** Where "back" leads; undefined where there is nothing to go back to. */
export function viewAbove(view: View): View | undefined {
  if (view.name === 'ticket') return { name: 'list' }
  return view.name === 'form' || view.name === 'list' ? { name: 'kinds' } : undefined
}

/** What the page is told of a view: nothing that was written in it. */
export function publicView(view: View): WidgetEvents['view'] {
  switch (view.name) {
    case 'form':
      return { view: 'form', kind: view.kind }
    case 'receipt':
      return { view: 'receipt', kind: view.filed.kind, code: view.receipt.code }
    case 'ticket':
      return { view: 'request', kind: view.request.kind, code: view.request.code }
    default:
      return { view: view.name === 'list' ? 'requests' : 'kinds' }
  }
}
