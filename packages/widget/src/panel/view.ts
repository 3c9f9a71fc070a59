import type { FileTicketInput, Receipt } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import type { WidgetEvents } from '../public-api.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import type { Session } from '../session/session.ts'

type OfRequest = { readonly kind: Kind; readonly code: string }

/** What a panel shows. */
export type View =
  | { readonly name: 'kinds' }
  | { readonly name: 'form'; readonly kind: Kind }
  | (OfRequest & { readonly name: 'receipt'; readonly receipt: Receipt; readonly filed: FileTicketInput })
  | ConversationView

/** What it shows of requests that were sent. */
export type ConversationView =
  | { readonly name: 'requests' }
  | (OfRequest & { readonly name: 'request'; readonly request: KeptRequest })

export const requestView = (request: KeptRequest): View => ({
  name: 'request',
  kind: request.kind,
  code: request.code,
  request,
})

export function headingOf(view: View, { words, config, heading }: Session): string {
  switch (view.name) {
    case 'kinds':
      return heading ?? config.heading ?? words.title(config.name)
    case 'receipt':
      return words.receipt.title
    case 'requests':
      return words.myRequests(0)
    default:
      return config.kinds.find(({ kind }) => kind === view.kind)?.title ?? words.myRequests(0)
  }
}

/** Where "back" leads; undefined where there is nothing to go back to. */
export function viewAbove({ name }: View): View | undefined {
  if (name === 'request') return { name: 'requests' }
  return name === 'form' || name === 'requests' ? { name: 'kinds' } : undefined
}

/** What the page is told of a view: nothing that was written in it. */
export function publicView({ name: view, kind, code }: View & Partial<OfRequest>): WidgetEvents['view'] {
  return { view, ...(kind && { kind }), ...(code && { code }) }
}
