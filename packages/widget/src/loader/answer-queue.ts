import type { Camket } from '../public-api.ts'
import type { WidgetElement } from '../widget-element/widget-element.ts'

/**
 * Makes `camket('open', { kind: 'warranty' })` work, for the calls that the page's stub kept in a queue too. What is
 * called before there is an element waits for the first; what this gives back is to be called when one came to the page.
 */
export function answerQueue(target: () => WidgetElement | null): () => void {
  const waiting = [...(window.camket?.q ?? [])] as [string, ...unknown[]][]
  const camket: Camket = (method, ...values) => {
    const element = target() as Record<string, (...given: unknown[]) => unknown> | null
    if (!element) return void waiting.push([method, ...values])
    return element[method] ? element[method](...values) : console.warn(`camket: ${method}?`)
  }
  window.camket = camket
  return () => {
    for (const call of waiting.splice(0)) camket(...call)
  }
}
