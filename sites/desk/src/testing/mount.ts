import axe from 'axe-core'
import '@awesome.me/webawesome/dist/styles/themes/default.css'
import '@camket/core/tokens.css'
import '../style/webawesome.css'
import '../style/desk.css'
import { registerDesk } from '../register.ts'

let registered = false

/** Puts an element of the desk on the page, alone, in a main landmark. */
export async function mount<T extends HTMLElement>(tag: string, properties: Partial<T>): Promise<T> {
  if (!registered) registerDesk()
  registered = true
  document.documentElement.lang = 'vi'
  document.title = 'Camket'
  const element = Object.assign(document.createElement(tag), properties) as T
  const main = document.createElement('main')
  main.append(element)
  document.body.replaceChildren(main)
  await settled(element)
  return element
}

/** Waits until nothing is left to be drawn. */
export async function settled(element: HTMLElement & { updateComplete?: Promise<unknown> }): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await element.updateComplete
    await new Promise((done) => requestAnimationFrame(done))
  }
}

/** What axe finds wrong, each as one line. */
export async function violations(element: HTMLElement): Promise<string[]> {
  const found = await axe.run(element, { rules: { 'page-has-heading-one': { enabled: false } } })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
