import type { Session } from '../session/session.ts'
import { html, type Template } from '../template/html.ts'
import { fullWords, type Place } from './due-words.ts'

export const placeOf = ({ locale, config, words }: Session): Place => ({
  locale,
  timeZone: config.timeZone,
  words: words.when,
})

/** Words for an instant, with the exact one on hover and for machines. */
export function timeOf(at: string, said: string, session: Session): Template {
  return html`<time datetime=${at} title=${fullWords(at, placeOf(session))}>${said}</time>`
}
