import { createPanel, type PanelElement } from '../panel.ts'
import { launcherWords } from '../strings/launcher-words.ts'
import type { Host } from '../widget-element/host.ts'
import type { Answer } from './sample.ts'

/** What was told to the page, by name and detail. */
export type Told = [name: string, detail: unknown][]

/** A panel as the loader makes one, in an element that notes what it is told to tell. */
export function panelFor(
  answer: Answer,
  attributes: Readonly<Record<string, string>> = {},
): { element: HTMLElement; panel: PanelElement; told: Told; known: PanelElement['known'] } {
  const told: Told = []
  const emit: Host['emit'] = (name, detail) => {
    told.push([name, detail])
    return true
  }
  const element = Object.assign(document.createElement('div'), { emit })
  for (const [name, value] of Object.entries({ merchant: 'minh-an', ...attributes })) {
    element.setAttribute(name, value)
  }
  const known = { prefill: {}, attributes: {} }
  const internals = { states: new Set() } as unknown as ElementInternals
  const panel = Object.assign(createPanel(element, known, internals, launcherWords('vi')), {
    fetch: async (request: Request) => answer(request),
  })
  element.attachShadow({ mode: 'open' }).append(panel)
  return { element, panel, told, known }
}
