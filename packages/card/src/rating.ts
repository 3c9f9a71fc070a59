import type { CustomerTicket, RatingView } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { html, nothing, type Template } from '@camket/contracts/template'
import { describeRatingReason } from '@camket/core/describe-rating'
import { ratingLevelNames } from '@camket/core/names'
import { ratingAbouts, ratingCauses, ratingLevels } from '@camket/core/vocabulary'
import type { Place } from './place.ts'
import { fold, section } from './section.ts'
import { errorOf, field, radio, ticketForm } from './ticket-form.ts'

/** How satisfied the customer said that they are, and the form to say it or to say it otherwise. */
export function rating({ rating: given, can }: CustomerTicket, place: Place): Template {
  const { rating: words } = place.words
  return html`
    ${given ? section(words.title, html`<p class="text">${said(given, place)}</p>`) : nothing}
    ${can.rate ? fold(given ? words.again : words.ask, form(given, place), !given) : nothing}
  `
}

function said(given: RatingView, { locale }: Place): string {
  const counted = [ratingLevelNames[locale][given.level], describeRatingReason(given, locale)]
  return [counted.filter(Boolean).join(' · '), given.comment].filter(Boolean).join('\n')
}

function form(given: RatingView | undefined, place: Place): Template {
  const { locale } = place
  const { rating: words, tooLong, pick } = place.words
  const levels = html`<div role="radiogroup" aria-label=${words.ask}>
      ${ratingLevels.map((level) =>
        radio({
          name: '_level',
          value: { level },
          label: ratingLevelNames[locale][level],
          isPicked: given?.level === level,
          missing: pick,
        }),
      )}
      ${errorOf('_level')}
    </div>`
  const reasons = ratingAbouts.flatMap((about) => [
    { about },
    ...ratingCauses[about].map((cause) => ({ about, cause })),
  ])
  const content = html`
    ${levels}
    ${field(
      'reason',
      words.why,
      html`<select id="reason" name="_reason" aria-describedby="reason-error">
        <option value=""></option>
        ${reasons.map(
          (reason) =>
            html`<option value=${JSON.stringify(reason)} ?selected=${isSame(reason, given)}>
              ${describeRatingReason(reason, locale)}
            </option>`,
        )}
      </select>`,
    )}
    ${field(
      'comment',
      words.comment,
      html`<textarea id="comment" name="comment" aria-describedby="comment-error">${given?.comment}</textarea>`,
    )}
  `
  const texts = { too_big: tooLong(limits.rating_comment_chars_max) }
  return ticketForm('rating', { content, send: words.send, sent: words.sent, texts, keeps: true }, place)
}

type Reason = Partial<Pick<RatingView, 'about' | 'cause'>>

const isSame = (reason: Reason, given: Reason | undefined): boolean =>
  reason.about === given?.about && reason.cause === given?.cause
