import { html, type Template } from '@camket/contracts/template'
import { describeDue, describeExactly } from '@camket/core/describe-due'
import type { Place } from './place.ts'

/** Words for an instant (ISO 8601), with the exact one on hover and for machines. */
export const instant = (at: string, said: string, place: Place): Template =>
  html`<time datetime=${at} title=${describeExactly(new Date(at), place)}>${said}</time>`

/** Until when, as people say it. */
export const due = (at: string, place: Place): string => describeDue(new Date(at), place.now, place)
