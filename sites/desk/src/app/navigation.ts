import type { InboxQuery } from '@camket/contracts'
import type { Locale } from '@camket/core/vocabulary'
import { html, nothing, type TemplateResult } from 'lit'
import { type DeskContext, mayAct, mayReadDraft, maySetUp } from '../desk-context.ts'
import { searchOf } from '../inbox/filters.ts'
import type { Route } from './route.ts'

type Acts = {
  readonly signOut: () => void
  readonly setLocale: (locale: Locale) => void
  readonly setMerchant: (slug: string) => void
  readonly showKeys: () => void
}

/** The desk's first column: the lists, the shop, and the person who is signed in. */
export function navigation(
  context: DeskContext,
  filters: InboxQuery,
  at: Route['name'],
  acts: Acts,
): TemplateResult {
  const { words, me } = context
  const isList = at === 'inbox' || at === 'ticket'
  const page = (name: Route['name'], path: string, text: string) =>
    html`<a href="/desk/${path}" aria-current=${at === name ? 'page' : nothing}>${text}</a>`
  const link = (to: InboxQuery, text: string) => html`<a
    href="/desk/${searchOf(to)}"
    aria-current=${isList && sameList(to, filters) ? 'page' : nothing}
    >${text}</a
  >`
  return html`<nav class="nav" aria-label=${words.nav.label}>
    ${merchantName(context, acts)} ${link({}, words.nav.inbox)} ${link({ owner: 'me' }, words.nav.mine)}
    ${link({ owner: 'none' }, words.nav.unowned)} ${link({ view: 'done' }, words.nav.done)}
    <h2>${words.nav.departments}</h2>
    ${me.departments.map(({ id, name }) => link({ department: id }, name))}
    <h2>${words.nav.shop}</h2>
    ${mayAct(context) ? page('new-ticket', 'new', words.nav.newTicket) : nothing}
    ${page('remedies', 'remedies', words.owed.nav)}
    ${mayReadDraft(context) ? page('commitment', 'commitment', words.nav.editor) : nothing}
    ${page('help', 'help', words.nav.help)}
    ${maySetUp(context) ? page('embed', 'embed', words.nav.embed) : nothing}
    <a href="/${me.merchant.slug}" target="_blank" rel="noreferrer">${words.nav.commitment}</a>
    <div class="person">
      <p><b>${me.staff.name}</b></p>
      <p>
        ${(['vi', 'en'] as const).map(
          (locale) => html`<button
            class="plain"
            lang=${locale}
            aria-pressed=${context.locale === locale}
            @click=${() => acts.setLocale(locale)}
          >
            ${locale === 'vi' ? 'Tiếng Việt' : 'English'}
          </button>`,
        )}
      </p>
      <p><button class="plain" @click=${acts.showKeys}>${words.nav.keys} <kbd>?</kbd></button></p>
      <p><button class="plain" @click=${acts.signOut}>${words.signIn.signOut}</button></p>
    </div>
  </nav>`
}

function merchantName({ me, words }: DeskContext, acts: Acts) {
  const { logoUrl } = me.merchant
  const logo = logoUrl ? html`<img src=${logoUrl} alt="" height="28" />` : nothing
  if (me.merchants.length < 2) return html`<p class="merchant">${logo}<b>${me.merchant.name}</b></p>`
  return html`<label class="merchant">
    ${logo}
    <span class="visually-hidden">${words.nav.merchant}</span>
    <select @change=${(event: Event) => acts.setMerchant((event.target as HTMLSelectElement).value)}>
      ${me.merchants.map(
        ({ slug, name }) =>
          html`<option value=${slug} ?selected=${slug === me.merchant.slug}>${name}</option>`,
      )}
    </select>
  </label>`
}

/** Kind and status narrow a list down; they do not make it another one. */
function sameList(a: InboxQuery, b: InboxQuery): boolean {
  return a.owner === b.owner && a.department === b.department && (a.view ?? 'inbox') === (b.view ?? 'inbox')
}
