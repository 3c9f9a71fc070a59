import type { DeskRemedy } from '@camket/contracts'
import { walletNames } from '@camket/core/pay-ways'
import { html, nothing, type TemplateResult } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { phoneWords } from '../words/phone-words.ts'

/** To whom something goes, as one types it into a bank's form: each part can be marked with one click. */
export function payee(
  { words }: DeskContext,
  { payee: to, reference }: Pick<DeskRemedy, 'payee' | 'reference'>,
): TemplateResult {
  const parts = to ? partsOf(to) : []
  return html`${
    to
      ? html`<p class="payee">
          <span class="quiet">${words.owed.ways[to.way]}</span>
          ${parts.map((part) => html`<span class="part">${part}</span>`)}
        </p>`
      : nothing
  }
  ${reference ? html`<p class="payee"><span class="quiet">${words.owed.reference}</span> <code class="part">${reference}</code></p>` : nothing}`
}

function partsOf(to: NonNullable<DeskRemedy['payee']>): string[] {
  switch (to.way) {
    case 'bank':
      return [to.bank, to.account, to.holder]
    case 'wallet':
      return [walletNames[to.provider], phoneWords(to.phone)]
    case 'email':
      return [to.email]
    case 'phone':
      return [phoneWords(to.phone)]
    case 'shop':
      return []
  }
}
