import type { CustomerTicket } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import { describeDay } from '@camket/core/describe-day'
import { describeMoment } from '@camket/core/describe-due'
import type { Place } from './place.ts'
import { fold } from './section.ts'

/** What the customer filled in beside their words, to be opened by who wants to see it. */
export function filed(ticket: CustomerTicket, place: Place): Template | typeof nothing {
  const { product, coverage, callback, filledFields = [] } = ticket
  const { filed: words } = place.words
  const { locale, now } = place
  const day = (date: string | undefined) => date && describeDay(date, locale)
  const moment = (at: string) => describeMoment(new Date(at), now, place)
  const rows = [
    [words.product, product?.name ?? product?.code],
    [words.serial, product?.serial],
    [words.orderNumber, product?.orderNumber],
    [words.purchasedOn, day(product?.purchasedOn)],
    [
      words.coverage,
      coverage && coverage.state !== 'unknown' && words.covered[coverage.state](day(coverage.until)),
    ],
    [words.callback, callback && `${moment(callback.from)} – ${moment(callback.to)}`],
    ...filledFields.map(({ label, text }) => [label, text]),
  ].filter(([, value]) => value)
  if (rows.length === 0) return nothing
  return fold(
    words.title,
    html`<ul class="rows">
      ${rows.map(([name, value]) => html`<li><span class="quiet">${name}</span><span>${value}</span></li>`)}
    </ul>`,
  )
}
