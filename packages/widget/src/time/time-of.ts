import type { Session } from '../session/session.ts'
import { html, type Template } from '../template/html.ts'
import { dueWords, fullWords } from './due-words.ts'

/** Words for an instant, with the exact one on hover and for machines. */
export const timeOf = (at: string, said: string, session: Session): Template =>
  html`<time datetime=${at} title=${fullWords(at, session)}>${said}</time>`

/** Until when, as people say it. */
export const dueTime = (at: string, session: Session): Template =>
  timeOf(at, dueWords(at, new Date(), session), session)
