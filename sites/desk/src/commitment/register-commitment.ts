import { CommitmentPage } from './commitment-page.ts'
import { FeastImport } from './feast-import.ts'
import { LookBackPanel } from './look-back-panel.ts'
import { PreviewPanel } from './preview-panel.ts'
import { PublishDialog } from './publish-dialog.ts'
import './commitment.css'

customElements.define('camket-feasts', FeastImport)
customElements.define('camket-draft-preview', PreviewPanel)
customElements.define('camket-look-back', LookBackPanel)
customElements.define('camket-publish', PublishDialog)
customElements.define('camket-commitment', CommitmentPage)
