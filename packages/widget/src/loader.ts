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
  openOnClick(first)
  defineWidget(
    (attempt, language) => {
      // The build puts a hashed name in (build/publish-version.ts). A browser may remember that a module failed to load;
      // below another address it is asked for anew, with all that it imports.
      const load = (file: string) =>
        import(/* @vite-ignore */ new URL(`${attempt || '.'}/__CHUNKS__/${file}.js`, script.src).href)
      // The panel imports them again, and then tells of what fails.
      if (language) load(`${language}-request`).catch(() => {})
      return load('panel')
    },
    answerQueue(first),
    script.src,
  )
}
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', putOnPage)
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
