import { renderInto } from '../template/render-into.ts'

/**
 * What every element of the panel is: named properties that draw it anew when they change, in a shadow root with its
 * style sheets. Several changes make one drawing. It draws nothing before it stands in a page.
 */
export abstract class PanelPart extends HTMLElement {
  static styles: readonly CSSStyleSheet[] = []
  static properties: readonly string[] = []

  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' })
  readonly #values = new Map<string, unknown>()
  #changed = new Map<string, unknown>()
  #drawing: Promise<void> | undefined
  #isDrawn = false

  constructor() {
    super()
    const { styles, properties } = this.constructor as typeof PanelPart
    this.renderRoot.adoptedStyleSheets = [...styles]
    for (const name of properties) {
      Object.defineProperty(this, name, {
        get: () => this.#values.get(name),
        set: (value: unknown) => this.#set(name, value),
      })
    }
  }

  connectedCallback(): void {
    this.requestUpdate()
  }

  disconnectedCallback(): void {}

  /** Resolves when what has changed so far is drawn. */
  get updateComplete(): Promise<void> {
    return this.#drawing ?? Promise.resolve()
  }

  requestUpdate(): void {
    if (!this.isConnected) return
    this.#drawing ??= Promise.resolve().then(() => this.#draw())
  }

  protected abstract render(): unknown

  /** Called after the first drawing. */
  protected firstUpdated(): void {}

  /** Called after each drawing, with what the properties were before. */
  protected updated(_changed: ReadonlyMap<string, unknown>): void {}

  #set(name: string, value: unknown): void {
    const before = this.#values.get(name)
    if (before === value) return
    this.#values.set(name, value)
    if (!this.#changed.has(name)) this.#changed.set(name, before)
    this.requestUpdate()
  }

  #draw(): void {
    this.#drawing = undefined
    const changed = this.#changed
    this.#changed = new Map()
    renderInto(this.renderRoot, this.render(), this)
    const isFirst = !this.#isDrawn
    this.#isDrawn = true
    if (isFirst) this.firstUpdated()
    this.updated(changed)
  }
}
