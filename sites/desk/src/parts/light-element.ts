import { LitElement } from 'lit'

/** An element of the desk: drawn into the page itself, so that one style sheet and labels reach everywhere. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): this {
    return this
  }
}
