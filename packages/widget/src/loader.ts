// `/w/camket.js`, the one script that a merchant embeds: registers <camket-widget> and puts one on the page.
import { answerQueue } from './loader/answer-queue.ts'
import { WidgetElement } from './widget-element/widget-element.ts'

const script = document.currentScript as HTMLScriptElement
const name = 'camket-widget'
const passedOn = ['merchant', 'locale', 'mode', 'api'] as const

if (customElements.get(name) === undefined) {
  // The build puts the panel's hashed file name in (vite.config.ts).
  const panelUrl = new URL('__PANEL_FILE__', script.src).href
  WidgetElement.apiBase = new URL(script.src).origin
  // A browser may remember that a module failed to load; another address is asked for anew.
  WidgetElement.loadPanel = (attempt) =>
    import(/* @vite-ignore */ attempt === 0 ? panelUrl : `${panelUrl}?${attempt}`)
  customElements.define(name, WidgetElement)
  whenThereIsBody(() => {
    putOnPage()
    answerQueue(() => document.querySelector<WidgetElement>(name))
  })
} else {
  whenThereIsBody(putOnPage)
}

function putOnPage(): void {
  if (script.dataset.merchant === undefined) return
  const element = document.createElement(name)
  for (const attribute of passedOn) {
    const value = script.dataset[attribute]
    if (value !== undefined) element.setAttribute(attribute, value)
  }
  document.body.append(element)
}

function whenThereIsBody(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true })
  else act()
}
