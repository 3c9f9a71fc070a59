import '../embed/embed.css'
import { ArticleForm } from './article-form.ts'
import { HelpPage } from './help-page.ts'

customElements.define('camket-article-form', ArticleForm)
customElements.define('camket-help', HelpPage)
