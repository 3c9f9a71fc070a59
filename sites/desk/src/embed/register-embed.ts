import { CopyBox } from './copy-box.ts'
import { EmbedPage } from './embed-page.ts'
import { EmbedPreview } from './embed-preview.ts'
import { IdentifyBox } from './identify-box.ts'
import { SiteCheck } from './site-check.ts'
import './embed.css'

customElements.define('camket-copy', CopyBox)
customElements.define('camket-site-check', SiteCheck)
customElements.define('camket-identify', IdentifyBox)
customElements.define('camket-embed-preview', EmbedPreview)
customElements.define('camket-embed', EmbedPage)
