import { html, LitElement } from 'lit'

/** Registers `<camket-widget>`. */
export function definePanel(): void {
  if (customElements.get('camket-widget') === undefined) customElements.define('camket-widget', CamketWidget)
}

class CamketWidget extends LitElement {
  static override properties = { merchant: { type: String } }
  declare merchant: string | undefined

  protected override render() {
    return html`<button type="button">${this.merchant}</button>`
  }
}
