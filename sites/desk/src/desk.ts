import { html, LitElement } from 'lit'

/** Registers `<camket-desk>`. */
export function defineDesk(): void {
  customElements.define('camket-desk', CamketDesk)
}

class CamketDesk extends LitElement {
  protected override render() {
    return html`<h1>Camket</h1>`
  }
}
