import { type Weekday, weekdays } from '@camket/core/calendar'
import { html, nothing, type TemplateResult } from 'lit'
import { shortDate } from '../words/when.ts'
import type { Editor } from './editor.ts'
import { faultLine } from './fields.ts'
import { dayAfter, daysBetween, todayIn, weekdayOf } from './four-weeks.ts'
import { escaped, listAt, valueAt, withValue } from './pointer.ts'
import { windowsForm } from './week-form.ts'

type Dates = Readonly<Record<string, readonly unknown[]>>

const datesAt = (editor: Editor, at: string): Dates => (valueAt(editor.work, `${at}/dates`) ?? {}) as Dates

/** With other days, in their order. */
export function withDates(editor: Editor, at: string, added: Dates): void {
  const all = { ...datesAt(editor, at), ...added }
  editor.set(`${at}/dates`, Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** Days whose hours are other than the week's; those that are over are folded away. */
export function datesForm(editor: Editor, at: string, now: Date): TemplateResult {
  const { words } = editor
  const today = todayIn(String(valueAt(editor.work, `${at}/timeZone`)), now)
  const dates = Object.keys(datesAt(editor, at)).sort()
  const [past, coming] = [dates.filter((date) => date < today), dates.filter((date) => date >= today)]
  const rows = (some: readonly string[]) =>
    html`<ul class="dates">
      ${some.map((date) => html`<li>${dateRow(editor, at, date)}</li>`)}
    </ul>`
  return html`<fieldset class="item" data-pointer="${at}/dates" tabindex="-1">
    <legend>${words.dates}</legend>
    <p class="quiet small">${words.datesLead}</p>
    ${coming.length === 0 ? html`<p class="quiet">${words.noDates}</p>` : rows(coming)}
    ${
      past.length === 0
        ? nothing
        : html`<details>
          <summary>${words.pastDates(past.length)}</summary>
          ${rows(past)}
        </details>`
    }
    ${faultLine(editor, `${at}/dates`, false)} ${editor.readOnly ? nothing : addDates(editor, at, today)}
  </fieldset>`
}

function dateRow(editor: Editor, at: string, date: string) {
  const { words, context } = editor
  const pointer = `${at}/dates/${escaped(date)}`
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date)
  const name = isDate ? `${words.weekdays[weekdayOf(date)]} ${shortDate(date, context.locale)}` : date
  const { [date]: _, ...others } = datesAt(editor, at)
  const remove = () => {
    editor.putUndoable(withValue(editor.work, `${at}/dates`, others), words.removed)
  }
  return html`<span class="day-name">${name}</span> ${windowsForm(editor, pointer, name)}
    ${
      editor.readOnly
        ? nothing
        : html`<button type="button" class="plain" aria-label="${words.remove}: ${name}" @click=${remove}>
          ${words.remove}
        </button>`
    }`
}

/** A day or a span of days: closed, or worked with the hours of a weekday (a swap day). */
function addDates(editor: Editor, at: string, today: string) {
  const { words } = editor
  const add = (event: Event) => {
    event.preventDefault()
    const root = (event.target as HTMLElement).closest('.add-dates')
    const typed = (name: string) => root?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
    const from = typed('from')
    if (from === '') return
    // Either way round, the days between are meant.
    const [first = from, last = from] = [from, typed('to') || from].sort()
    const as = typed('as')
    const windows = as === 'closed' ? [] : listAt(editor.work, `${at}/week/${as}`)
    withDates(editor, at, Object.fromEntries(daysBetween(first, last).map((day) => [day, windows])))
  }
  const worked: [Weekday, string][] = weekdays.map((day) => [day, words.weekdays[day]])
  const id = (name: string) => `${at.replaceAll(/\W/g, '_')}-${name}`
  return html`<div class="add-dates grid" role="group" aria-label=${words.addDates}>
    <div class="field">
      <label for=${id('from')}>${words.dateFrom}</label>
      <input type="date" id=${id('from')} name="from" min=${today} max=${dayAfter(today, 1_100)} />
    </div>
    <div class="field">
      <label for=${id('to')}>${words.dateTo}</label>
      <input type="date" id=${id('to')} name="to" min=${today} max=${dayAfter(today, 1_100)} />
    </div>
    <div class="field">
      <label for=${id('as')}>${words.dateIs}</label>
      <select id=${id('as')} name="as">
        <option value="closed">${words.dateIsClosed}</option>
        ${worked.map(([day, name]) => html`<option value=${day}>${words.dateIsWorked} ${name}</option>`)}
      </select>
    </div>
    <div class="field end"><button type="button" class="btn" @click=${add}>${words.addDates}</button></div>
  </div>`
}
