import type { FileTicketInput, Receipt } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { Session } from '../session/session.ts'
import { sheet } from '../style/sheet.ts'
import css from './receipt.css?inline'

/** What became of copying the private link. */
export type Copied = 'copied' | 'notCopied'

type Filed = { readonly receipt: Receipt; readonly filed: FileTicketInput }
type Acts = {
  /** Once the customer asked for it. */
  readonly copied: Copied | undefined
  readonly onCopied: (copied: Copied) => void
  readonly onFollow: () => void
  readonly onAnother: () => void
}

/** For the root in which the receipt is drawn. */
export const receiptSheet = sheet(css)

/** What the customer has in hand after filing. */
export function receiptView(
  session: Session,
  { receipt: { code, deadlines, statusUrl }, filed }: Filed,
  { copied, onCopied, onFollow, onAnother }: Acts,
): Template {
  const { receipt: words } = session.words
  const { name, email } = filed.customer
  const copy = async () => {
    const said = await copyText(statusUrl)
    onCopied(said)
    session.announce(words[said])
  }
  return html`<div class="body">
      <p>${words.thanks(name)}</p>
      <div class="code">
        <span class="unseen">${words.code}:</span><strong>${code}</strong>
        <button class="btn small" @click=${copy}>${words.copy}</button>
        ${copied && html`<label for="link">${words[copied]}</label>`}
        ${copied === 'notCopied' ? html`<input id="link" readonly .value=${statusUrl} @focus=${selectAll} />` : nothing}
      </div>
      ${deadlines.length > 0 ? html`<h3>${words.deadlines}</h3>` : nothing}
      <ul class="rows">
        ${deadlines.map(
          ({ milestoneText, dueAt, dueText, remedy }) => html`<li>
            <span>${milestoneText}</span>
            <span class="state running"><time datetime=${dueAt}>${dueText}</time></span>
            ${remedy ? html`<small>${remedy.text}</small>` : nothing}
          </li>`,
        )}
      </ul>
      <p class="small quiet">${email ? words.mailed(email) : words.keepLink}</p>
    </div>
    <div class="foot">
      <button class="btn" @click=${onFollow}>${words.follow}</button>
      <button class="link tall" @click=${onAnother}>${words.another}</button>
    </div>`
}

async function copyText(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    // Not allowed on pages without https, or in frames.
    return 'notCopied'
  }
}

function selectAll(event: Event): void {
  ;(event.target as HTMLInputElement).select()
}
