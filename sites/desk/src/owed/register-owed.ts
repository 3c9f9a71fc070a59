import '../embed/embed.css'
import './owed.css'
import { RemediesPage } from './remedies-page.ts'

customElements.define('camket-remedies', RemediesPage)
