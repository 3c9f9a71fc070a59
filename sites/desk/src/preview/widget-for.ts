import type { Shown } from './messages.ts'

/** The element as a page would embed it with these settings. */
export function widgetFor({ config, inline }: Pick<Shown, 'config' | 'inline'>): HTMLElement {
  const widget = document.createElement('camket-widget')
  const attributes = {
    merchant: config.merchant,
    locale: config.locale,
    position: config.position,
    'color-scheme': config.colorScheme,
    ...(config.heading && { heading: config.heading }),
    ...(inline && { mode: 'inline' }),
  }
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value)
  const { accent, onAccent } = config.colors.light
  widget.style.setProperty('--camket-accent', accent)
  widget.style.setProperty('--camket-on-accent', onAccent)
  return widget
}
