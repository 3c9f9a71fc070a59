/** Registers elements, except those that another copy of the script has registered. */
export function defineAll(elements: Record<string, CustomElementConstructor>): void {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element)
  }
}
