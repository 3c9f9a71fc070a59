import type { PreviewInput, WidgetConfig } from '@camket/contracts'

/** From the desk: what the widget is to look like. */
export type Shown = {
  readonly type: 'camket-show'
  readonly config: WidgetConfig
  readonly inline: boolean
  /** Said when somebody sends the form. */
  readonly nothingSent: string
}
/** From the preview: it is there, or it wants to know what would be promised. The answer comes through the port. */
export type Asked =
  | { readonly type: 'camket-ready' }
  | { readonly type: 'camket-deadlines'; readonly body: PreviewInput }
