import { html, nothing } from 'lit'
import { LightElement } from '../parts/light-element.ts'
import type { Strings } from '../strings/vi.ts'

/** Text that is to be pasted elsewhere, with a button that copies it. */
export class CopyBox extends LightElement {
  static override properties = { text: {}, label: {}, words: { attribute: false }, told: { state: true } }
  declare text: string
  declare label: string
  declare words: Strings['embed']
  declare told: string

  constructor() {
    super()
    this.text = this.label = this.told = ''
  }

  protected override render() {
    return html`
      <pre class="copy" tabindex="0" role="region" aria-label=${this.label}><code>${this.text}</code></pre>
      <div class="acts">
        <wa-button size="s" appearance="outlined" @click=${this.#copy}>${this.words.copy}</wa-button>
        <span role="status" class="quiet">${this.told || nothing}</span>
      </div>
    `
  }

  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.text)
      this.told = this.words.copied
    } catch {
      const code = this.querySelector('code')
      if (code) getSelection()?.selectAllChildren(code)
      this.told = this.words.copyByHand
    }
  }
}
