import type { Template } from '@camket/contracts/template'
import axe from 'axe-core'
import { defineConversation } from '../conversation.ts'
import { definePanel } from '../panel.ts'
import { base, fields } from '../style/shared.ts'
import { tokenSheets } from '../style/tokens.ts'
import { renderInto } from '../template/render-into.ts'

/** Puts an element of the panel on the page, under a heading and with the colours that the panel gives it. */
export async function mount<T extends HTMLElement>(tag: string, properties: Partial<T>): Promise<T> {
  definePanel()
  defineConversation()
  const element = Object.assign(document.createElement(tag), properties) as T
  put(element)
  await settled(element)
  return element
}

/** Draws a part of the panel in a root of its own, with its sheet; drawn again it is the same root. */
export function drawPart(content: Template, sheet: CSSStyleSheet, root = document.createElement('div')) {
  const shadow = root.shadowRoot ?? root.attachShadow({ mode: 'open' })
  if (!root.isConnected) put(root)
  shadow.adoptedStyleSheets = [base, fields, sheet]
  renderInto(shadow, content, root)
  return root
}

function put(element: HTMLElement): void {
  document.documentElement.lang = 'vi'
  document.title = 'Camket'
  const around = document.createElement('div')
  around.attachShadow({ mode: 'open' }).append(document.createElement('h2'), element)
  const root = around.shadowRoot as ShadowRoot
  root.adoptedStyleSheets = [...tokenSheets(null), base]
  ;(root.firstChild as HTMLElement).textContent = 'Camket'
  const main = document.createElement('main')
  main.append(around)
  document.body.replaceChildren(main)
}

/** Waits until nothing is left to be drawn. */
export async function settled(element: HTMLElement & { updateComplete?: Promise<unknown> }): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await element.updateComplete
    await new Promise((done) => requestAnimationFrame(done))
  }
}

/** What axe finds wrong on the page, each as one line. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document, { rules: { 'page-has-heading-one': { enabled: false } } })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** The first element in an open shadow root that matches, or an error that names it. */
export function find<T extends HTMLElement = HTMLElement>(within: HTMLElement, selector: string): T {
  const found = within.shadowRoot?.querySelector<T>(selector)
  if (!found) throw new Error(`There is no ${selector} in ${within.localName}.`)
  return found
}

/** Types as a person does: the value, and the event that says so. */
export function type(within: HTMLElement, selector: string, value: string): void {
  const field = find<HTMLInputElement>(within, selector)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The button with these words. */
export function button(within: HTMLElement, words: string): HTMLButtonElement {
  const buttons = [...(within.shadowRoot?.querySelectorAll('button') ?? [])]
  const found = buttons.find((one) => (one.ariaLabel ?? one.textContent ?? '').includes(words))
  if (!found) throw new Error(`There is no button "${words}" in ${within.localName}.`)
  return found
}

/** What opens and closes a part of an element, by its words. */
export function summary(within: HTMLElement, words: string): HTMLElement {
  const all = [...(within.shadowRoot?.querySelectorAll<HTMLElement>('summary') ?? [])]
  const found = all.find((one) => one.textContent?.includes(words))
  if (!found) throw new Error(`There is no summary "${words}" in ${within.localName}.`)
  return found
}

/** The detail of the next event of a kind. */
export function next<T>(element: HTMLElement, kind: string): Promise<T> {
  return new Promise((done) => {
    element.addEventListener(kind, (event) => done((event as CustomEvent<T>).detail), { once: true })
  })
}
