// `@camket/widget`: registers <camket-widget> for a page that brings its own bundler; the panel becomes a chunk of it.
// `api` has to be said, because the code does not come from where the API is.
import { answerQueue } from './loader/answer-queue.ts'
import { openOnClick } from './loader/open-on-click.ts'
import { defineWidget, WidgetElement } from './widget-element/widget-element.ts'

export type * from './public-api.ts'

if (!customElements.get('camket-widget')) {
  const first = () => document.querySelector<WidgetElement>('camket-widget')
  openOnClick(first)
  defineWidget(() => import('./panel.ts'), answerQueue(first), import.meta.url)
}

export { WidgetElement as CamketWidgetElement }
