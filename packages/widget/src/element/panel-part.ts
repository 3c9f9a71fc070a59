import { renderInto } from '../template/render-into.ts'

/**
 * What every element of the panel is: named properties that draw it anew when they change, in a shadow root with its
 * style sheets. Several changes make one drawing. It draws nothing before it stands in a page.
 */
export abstract class PanelPart extends HTMLElement {
  static styles: readonly CSSStyleSheet[] = []
  static properties: readonly string[] = []

  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' })
  /** Resolves when what has changed so far is drawn. */
  updateComplete: Promise<void> = Promise.resolve()
  #isDue = false
  #isDrawn = false

  constructor() {
    super()
    const { styles, properties } = this.constructor as typeof PanelPart
    this.renderRoot.adoptedStyleSheets = [...styles]
    const values: Record<string, unknown> = {}
    for (const name of properties) {
      Object.defineProperty(this, name, {
        get: () => values[name],
        set: (value: unknown) => {
          if (values[name] === value) return
          values[name] = value
          this.requestUpdate()
        },
      })
    }
  }

  connectedCallback(): void {
    this.requestUpdate()
  }

  disconnectedCallback(): void {}

  requestUpdate(): void {
    if (!this.isConnected || this.#isDue) return
    this.#isDue = true
    this.updateComplete = Promise.resolve().then(() => this.#draw())
  }

  protected abstract render(): unknown

  /** Called after the first drawing. */
  protected firstUpdated(): void {}

  /** Called after each drawing. */
  protected updated(): void {}

  #draw(): void {
    this.#isDue = false
    renderInto(this.renderRoot, this.render(), this)
    const isFirst = !this.#isDrawn
    this.#isDrawn = true
    if (isFirst) this.firstUpdated()
    this.updated()
  }
}
