import { parseWindow, type Weekday, weekdays } from '@camket/core/calendar'
import { html, nothing, type TemplateResult } from 'lit'
import type { Editor } from './editor.ts'
import { faultLine, idOf } from './fields.ts'
import { listAt } from './pointer.ts'

/** What a `time` input shows of a window's end: it knows no 24:00. */
const shown = (time: string): string => (time === '24:00' ? '00:00' : time)

const sides = (window: unknown): [string, string] => {
  const [from = '', to = ''] = String(window).split('-')
  return [from, to]
}

/** The hours of each day of the week. */
export function weekForm(editor: Editor, at: string): TemplateResult {
  const { words } = editor
  return html`<fieldset class="week" data-pointer="${at}/week" tabindex="-1">
    <legend>${words.week}</legend>
    ${weekdays.map(
      (day) => html`<div class="day">
        <span class="day-name">${words.weekdays[day]}</span>
        ${windowsForm(editor, `${at}/week/${day}`, words.weekdays[day])}
        ${editor.readOnly || day === 'sun' ? nothing : copyDown(editor, at, day)}
      </div>`,
    )}
    ${faultLine(editor, `${at}/week`, false)}
  </fieldset>`
}

/** The hours of one day: several windows, each of which may run over midnight. */
export function windowsForm(editor: Editor, pointer: string, day: string): TemplateResult {
  const { words } = editor
  const windows = listAt(editor.work, pointer)
  const put = (after: readonly unknown[]) => editor.set(pointer, after)
  return html`<div class="windows" role="group" aria-label=${day} data-pointer=${pointer} tabindex="-1">
    ${windows.length === 0 ? html`<span class="quiet">${words.closed}</span>` : nothing}
    ${windows.map((window, index) =>
      windowForm(editor, `${pointer}/${index}`, day, window, (after) =>
        put(after === undefined ? windows.toSpliced(index, 1) : windows.with(index, after)),
      ),
    )}
    ${
      editor.readOnly
        ? nothing
        : html`<button
          type="button"
          class="plain"
          aria-label="${words.addWindow}: ${day}"
          @click=${() => put([...windows, nextWindow(windows.at(-1))])}
        >
          ${words.addWindow}
        </button>`
    }
    ${faultLine(editor, pointer)}
  </div>`
}

/** After a morning comes an afternoon. */
const nextWindow = (last: unknown): string => {
  if (last === undefined) return '08:00-17:00'
  const [, to] = sides(last)
  return to < '13:30' ? '13:30-17:30' : '18:00-22:00'
}

function windowForm(
  editor: Editor,
  pointer: string,
  day: string,
  window: unknown,
  put: (window: string | undefined) => void,
) {
  const { words } = editor
  const [from, to] = sides(window)
  const parsed = parseWindow(String(window))
  const isOvernight = parsed !== undefined && parsed.endMillis > 86_400_000
  const set = (begin: string, end: string) => put(`${begin}-${end === '00:00' ? '24:00' : end}`)
  const time = (value: string, label: string, id: string, change: (value: string) => void) => html`<input
    type="time"
    id=${id}
    aria-label="${day}, ${label}"
    ?disabled=${editor.readOnly}
    .value=${value}
    @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
  />`
  return html`<span class="window" data-pointer=${pointer}>
    ${time(from, words.opens, idOf(pointer), (value) => set(value, to))} –
    ${time(shown(to), words.closes, `${idOf(pointer)}-to`, (value) => set(from, value))}
    ${isOvernight ? html`<small class="quiet">${words.nextDay}</small>` : nothing}
    ${
      editor.readOnly
        ? nothing
        : html`<button
          type="button"
          class="plain"
          aria-label="${words.removeWindow}: ${day} ${from}–${to}"
          @click=${() => put(undefined)}
        >
          ×
        </button>`
    }
  </span>`
}

/** The same hours until Friday, or from Saturday for Sunday. */
function copyDown(editor: Editor, at: string, day: Weekday) {
  const index = weekdays.indexOf(day)
  const after = day === 'fri' || day === 'sat' ? [] : weekdays.slice(index + 1, 5)
  if (after.length === 0) return nothing
  const week = (at: string) => listAt(editor.work, at)
  const copy = () => {
    const windows = week(`${at}/week/${day}`)
    const members = Object.fromEntries(weekdays.map((one) => [one, week(`${at}/week/${one}`)]))
    const copied = Object.fromEntries(after.map((one) => [one, windows]))
    editor.set(`${at}/week`, { ...members, ...copied })
  }
  return html`<button
    type="button"
    class="plain"
    aria-label="${editor.words.copyDown}: ${editor.words.weekdays[day]}"
    @click=${copy}
  >
    ${editor.words.copyDown}
  </button>`
}
