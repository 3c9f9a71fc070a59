import type { Kind } from '../public-api.ts'
import type { WidgetElement } from '../widget-element/widget-element.ts'

/**
 * Makes anything with `data-camket-open="warranty"` (or `requests`) open the panel, whenever it came to the page. A link
 * goes where it leads when the panel cannot be had, and in a new tab when that is asked for.
 */
export function openOnClick(target: () => WidgetElement | null): void {
  // While it goes down: dialogs keep the clicks in them from coming up.
  addEventListener(
    'click',
    async (event) => {
      const path = event.composedPath() as Partial<HTMLAnchorElement>[]
      const opener = path.find((node) => node.dataset?.camketOpen !== undefined)
      const widget = target()
      if (!opener || !widget || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const isShown = await widget.show('button', { kind: opener.dataset?.camketOpen as Kind })
      if (!isShown && opener.href) location.assign(opener.href)
    },
    true,
  )
}
