import type { Calendar } from '@camket/core/calendar'
import { html, nothing, type TemplateResult } from 'lit'
import { shortDate } from '../words/when.ts'
import { datesForm, withDates } from './dates-form.ts'
import { calendarNames, type Editor, textAt } from './editor.ts'
import { faultsAt } from './fault-words.ts'
import { faultLine, idOf, selectField } from './fields.ts'
import { fourWeeks, todayIn, weekdayOf } from './four-weeks.ts'
import { escaped, listAt, valueAt, withValue } from './pointer.ts'
import { weekForm } from './week-form.ts'

const calendars = '/document/calendars'
const pledgeLists = ['/document/pledges', '/internalPledges']
const shift = ['08:00-12:00', '13:30-17:30']

/** Every calendar of the document. */
export function calendarForms(editor: Editor, now: Date): TemplateResult {
  const { words, context } = editor
  const names = calendarNames(editor)
  const add = () => {
    const week = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: [], sun: [] }
    const calendar = { timeZone: context.me.merchant.timeZone, week, dates: {} }
    editor.set(`${calendars}/${escaped(freeName(names))}`, calendar)
  }
  return html`<div data-pointer=${calendars} tabindex="-1" class="items">
    ${names.map((name) => calendarForm(editor, name, names.length, now))} ${faultLine(editor, calendars, false)}
    ${editor.readOnly ? nothing : html`<p><button type="button" class="btn" @click=${add}>${words.addCalendar}</button></p>`}
  </div>`
}

function freeName(names: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'shop' : `shop-${number}`
    if (!names.includes(name)) return name
  }
}

function calendarForm(editor: Editor, name: string, count: number, now: Date) {
  const { words, context } = editor
  const at = `${calendars}/${escaped(name)}`
  const zones = zonesWith(textAt(editor, `${at}/timeZone`))
  const today = todayIn(textAt(editor, `${at}/timeZone`), now)
  const faults = faultsAt(editor.faults, at, true).length
  return html`<details class="item" data-pointer=${at} ?open=${count === 1}>
    <summary>
      <span class="item-title">${name}</span>
      ${faults > 0 ? html`<span class="state missed">${words.faultCount(faults)}</span>` : nothing}
    </summary>
    <div class="item-body">
      ${faultLine(editor, at, false)}
      <div class="grid">
        ${nameField(editor, name)}
        ${selectField(
          editor,
          `${at}/timeZone`,
          words.timeZone,
          zones.map((zone) => [zone, zone.replaceAll('_', ' ')]),
        )}
      </div>
      ${weekForm(editor, at)} ${datesForm(editor, at, now)}
      ${
        editor.readOnly
          ? nothing
          : html`<camket-feasts
            .words=${words}
            .locale=${context.locale}
            .today=${today}
            .zone=${textAt(editor, `${at}/timeZone`)}
            @feasts=${(event: CustomEvent<string[]>) =>
              withDates(editor, at, Object.fromEntries(event.detail.map((date) => [date, []])))}
          ></camket-feasts>`
      }
      ${weeksPreview(editor, at, today)} ${removeButton(editor, name)}
    </div>
  </details>`
}

const zonesWith = (zone: string): string[] => {
  const all = Intl.supportedValuesOf('timeZone')
  return zone === '' || all.includes(zone) ? all : [zone, ...all]
}

/** Pledges name their calendar, so a new name goes to them too. */
function nameField(editor: Editor, name: string) {
  const { words, work } = editor
  const id = `${idOf(`${calendars}/${escaped(name)}`)}-name`
  const rename = (event: Event) => {
    const input = event.target as HTMLInputElement
    const after = input.value.trim()
    const all = (valueAt(work, calendars) ?? {}) as Record<string, unknown>
    if (after === '' || after === name || Object.hasOwn(all, after)) {
      input.value = name
      return
    }
    const renamed = Object.fromEntries(
      Object.entries(all).map(([one, calendar]) => [one === name ? after : one, calendar]),
    )
    const withNames = pledgeLists.reduce((changed, list) => renameIn(changed, list, name, after), work)
    editor.put(withValue(withNames, calendars, renamed))
  }
  return html`<div class="field">
    <label for=${id}>${words.calendarName}</label>
    <input id=${id} .value=${name} autocomplete="off" ?disabled=${editor.readOnly} @change=${rename} />
  </div>`
}

function renameIn(work: Editor['work'], list: string, from: string, to: string): Editor['work'] {
  const pledges = listAt(work, list).map((pledge) =>
    valueAt(pledge, '/calendar') === from ? withValue(pledge, '/calendar', to) : pledge,
  )
  return pledges.length > 0 ? withValue(work, list, pledges) : work
}

function removeButton(editor: Editor, name: string) {
  if (editor.readOnly) return nothing
  const { words, work } = editor
  const isUsed = pledgeLists.some((list) =>
    listAt(work, list).some((pledge) => valueAt(pledge, '/calendar') === name),
  )
  const remove = () =>
    editor.putUndoable(withValue(work, `${calendars}/${escaped(name)}`, undefined), words.removed)
  return html`<p>
    <button type="button" class="plain" aria-label="${words.remove}: ${name}" ?disabled=${isUsed} @click=${remove}>
      ${words.remove}
    </button>
    ${isUsed ? html`<small class="quiet">${words.calendarInUse}</small>` : nothing}
  </p>`
}

/** What the calendar says of the next four weeks, day by day. */
function weeksPreview(editor: Editor, at: string, today: string) {
  const { words, context } = editor
  const calendar = (valueAt(editor.work, at) ?? {}) as Pick<Calendar, 'week' | 'dates'>
  return html`<section aria-labelledby="${idOf(at)}-weeks">
    <h3 id="${idOf(at)}-weeks">${words.next4}</h3>
    <ol class="weeks">
      ${fourWeeks(calendar, today).map(
        ({ date, windows, isException }) => html`<li
          class="${windows.length === 0 ? 'is-closed' : ''} ${isException ? 'is-exception' : ''}"
          aria-current=${date === today ? 'date' : nothing}
        >
          <b>${words.weekdays[weekdayOf(date)]} ${shortDate(date, context.locale).slice(0, 5)}</b>
          ${windows.length === 0 ? words.closed : windows.map((window) => html`<span>${window.replace('-', '–')}</span>`)}
        </li>`,
      )}
    </ol>
  </section>`
}
