// `/w/camket.js`, the one script that a merchant embeds: registers <camket-widget> and puts one on the page.
import { answerQueue } from './loader/answer-queue.ts'
import { openOnClick } from './loader/open-on-click.ts'
import { defineWidget, type WidgetElement } from './widget-element/widget-element.ts'

const script = document.currentScript as HTMLScriptElement
const name = 'camket-widget'
/** Each of the element's attributes can stand on the script as `data-…`. */
const passedOn = /^data-(?!on|style)(.+)/

if (!customElements.get(name)) {
  const first = () => document.querySelector<WidgetElement>(name)
  // The build puts the panel's hashed file name in (build/finish-loader.ts).
  const { href } = new URL('__PANEL_FILE__', script.src)
  openOnClick(first)
  // A browser may remember that a module failed to load; another address is asked for anew.
  const loadPanel = (attempt: number) => import(/* @vite-ignore */ href + (attempt ? `?${attempt}` : ''))
  defineWidget(loadPanel, answerQueue(first))
}
if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', putOnPage, { once: true })
else putOnPage()

function putOnPage(): void {
  if (!('merchant' in script.dataset)) return
  const element = document.createElement(name)
  for (const { name: given, value } of script.attributes) {
    const [, attribute] = passedOn.exec(given) ?? []
    if (attribute) element.setAttribute(attribute, value)
  }
  document.body.append(element)
}
