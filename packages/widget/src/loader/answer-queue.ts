import type { WidgetElement } from '../widget-element/widget-element.ts'

type Call = readonly unknown[] | IArguments
type Camket = { (...call: unknown[]): void; q?: Call[] }

declare global {
  interface Window {
    camket?: Camket
  }
}

/** Makes `camket('open', { kind: 'warranty' })` work, for the calls that the page's stub kept in a queue too. */
export function answerQueue(target: () => WidgetElement | null): void {
  const queued = window.camket?.q ?? []
  const camket: Camket = (...call) => answer(target(), call)
  window.camket = camket
  for (const call of queued) answer(target(), call)
}

function answer(element: WidgetElement | null, [method, options]: Call): void {
  if (method === 'open') void element?.open(options ?? {})
  else if (method === 'close') element?.close()
  else if (method === 'toggle') void element?.toggle()
  else console.warn(`camket: there is no "${String(method)}".`)
}
