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
      return heading ?? config.heading ?? words.title(config.name)
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

const names = {
  kinds: 'kinds',
  form: 'form',
  receipt: 'receipt',
  list: 'requests',
  ticket: 'request',
} as const

/** What the page is told of a view: nothing that was written in it. */
export function publicView(view: View): WidgetEvents['view'] {
  const of =
    view.name === 'receipt'
      ? { ...view.filed, ...view.receipt }
      : view.name === 'ticket'
        ? view.request
        : view
  return {
    view: names[view.name],
    ...('kind' in of && { kind: of.kind }),
    ...('code' in of && { code: of.code }),
  }
}
