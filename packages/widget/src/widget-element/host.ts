import type { Identity, WidgetEventName, WidgetEvents } from '../public-api.ts'

/** What a page has told before anything is loaded; kept in memory only. */
export type Known = {
  identity?: Identity | undefined
  prefill: Record<string, string | undefined>
  /** The merchant's own, sent with each request. */
  attributes: Record<string, string>
}

/** What the panel knows of the element around it. */
export type Host = HTMLElement & {
  /** Fires `camket:…`; false when a listener has prevented what it announces. */
  readonly emit: <Name extends WidgetEventName>(
    name: Name,
    detail: WidgetEvents[Name],
    isCancelable?: boolean,
  ) => boolean
}
