import type { Milestone } from '@camket/core'
import {
  channels,
  customerTiers,
  customerTypes,
  kinds,
  milestones,
  priorities,
} from '@camket/core/vocabulary'
import { html, nothing, type TemplateResult } from 'lit'
import { calendarNames, type Editor, textAt, textsAt } from './editor.ts'
import {
  checksField,
  durationField,
  faultLine,
  idOf,
  localizedField,
  numberField,
  presentField,
  selectField,
  textField,
} from './fields.ts'
import { freeId } from './free-id.ts'
import { itemList } from './item-list.ts'
import { listAt, valueAt } from './pointer.ts'
import { newRemedy, remedyForm } from './remedy-form.ts'
import { remedySentenceOf, sentenceOf } from './sentences.ts'

type Kind = 'public' | 'internal'

/** What a pledge begins as. */
function newPledge(editor: Editor, kind: Kind, id: string): object {
  const [calendar = ''] = calendarNames(editor)
  return {
    id,
    for: {},
    milestone: kind === 'public' ? 'first_reply' : 'resolution',
    within: { amount: 1, unit: 'working_day' },
    calendar,
  }
}

/** All pledges of a kind, each folded under its own sentence. */
export function pledgeList(editor: Editor, kind: Kind): TemplateResult {
  const { words, context } = editor
  const pointer = kind === 'public' ? '/document/pledges' : '/internalPledges'
  const prefix = kind === 'public' ? 'pledge' : 'internal'
  return itemList(editor, {
    pointer,
    make: () => newPledge(editor, kind, freeId(editor.work, pointer, prefix)),
    addLabel: words.addPledge,
    none: kind === 'public' ? words.noPledges : words.noInternal,
    folds: true,
    copy: (pledge) => ({ ...(pledge as object), id: freeId(editor.work, pointer, prefix) }),
    title: (at) =>
      sentenceOf(valueAt(editor.work, at), context.locale) ??
      `${textAt(editor, `${at}/id`)} ${words.incomplete}`.trim(),
    form: (at) => pledgeForm(editor, at, kind),
  })
}

function pledgeForm(editor: Editor, at: string, kind: Kind): TemplateResult {
  const { words, context, work } = editor
  const names = calendarNames(editor).map((name) => [name, name] as const)
  const allowed = milestones.filter((one) => isAllowed(one, kind))
  return html`${sentences(editor, at, kind)}
    <div class="grid">
      ${selectField(
        editor,
        `${at}/milestone`,
        words.milestone,
        allowed.map((milestone) => [milestone, context.words.milestone[milestone]]),
      )}
      ${durationField(editor, `${at}/within`, words.within)}
      ${selectField(editor, `${at}/calendar`, words.calendar, names)}
      ${textField(editor, `${at}/id`, words.address, { hint: words.addressHint })}
    </div>
    ${scopeForm(editor, `${at}/for`, kind)}
    ${
      kind === 'public'
        ? html`${presentField(editor, `${at}/remedy`, words.hasRemedy, newRemedy(editor))}
          ${valueAt(work, `${at}/remedy`) === undefined ? faultLine(editor, `${at}/remedy`) : remedyForm(editor, `${at}/remedy`)}`
        : nothing
    }
    <details class="more">
      <summary>${words.more}</summary>
      ${moreFields(editor, at, kind)}
    </details>`
}

/** The next reply and the resolution are what one department waits for from another; settling has its own clock. */
const isAllowed = (milestone: Milestone, kind: Kind) =>
  kind === 'public'
    ? milestone !== 'remedy_settled'
    : milestone === 'next_reply' || milestone === 'resolution'

/** Written anew with every keystroke, in both of our languages. */
function sentences(editor: Editor, at: string, kind: Kind) {
  const pledge = valueAt(editor.work, at)
  return html`<div class="live" aria-labelledby="${idOf(at)}-live" role="group">
    <p class="quiet small" id="${idOf(at)}-live">${kind === 'public' ? editor.words.sentence : editor.words.sentenceInternal}</p>
    ${(['vi', 'en'] as const).map((locale) => {
      const [sentence, owed] = [sentenceOf(pledge, locale), remedySentenceOf(pledge, locale)]
      return html`<p lang=${locale}>
        ${sentence ?? editor.words.incomplete} ${owed ? html`<span class="owed-line">${owed}</span>` : nothing}
      </p>`
    })}
  </div>`
}

function scopeForm(editor: Editor, at: string, kind: Kind) {
  const { words, context } = editor
  const { words: desk, me } = context
  const named = <T extends string>(all: readonly T[], names: Record<T, string>) =>
    all.map((one) => [one, names[one]] as const)
  return html`<fieldset class="item" data-pointer=${at} tabindex="-1">
    <legend>${words.forWhich}</legend>
    <p class="quiet small">${words.forHint}</p>
    ${
      kind === 'internal'
        ? checksField(
            editor,
            `${at}/departments`,
            words.departments,
            me.departments.map(({ id, name }) => [id, name]),
          )
        : nothing
    }
    ${checksField(editor, `${at}/kinds`, words.kinds, named(kinds, desk.kind))}
    ${checksField(editor, `${at}/priorities`, words.priorities, named(priorities, desk.priority))}
    ${checksField(editor, `${at}/customerTypes`, words.customerTypes, named(customerTypes, desk.customerType))}
    ${checksField(
      editor,
      `${at}/tiers`,
      words.tiers,
      customerTiers.map((tier) => [tier, tier]),
    )}
    ${checksField(editor, `${at}/channels`, words.channels, named(channels, desk.channel))}
    ${categoriesField(editor, `${at}/categories`)} ${faultLine(editor, at, false)}
  </fieldset>`
}

/** Names of the merchant's own, with commas between. */
function categoriesField(editor: Editor, pointer: string) {
  const typed = textsAt(editor, pointer).join(', ')
  return html`<div class="field wide">
    <label for=${idOf(pointer)}>${editor.words.categories}</label>
    <input
      id=${idOf(pointer)}
      data-pointer=${pointer}
      autocomplete="off"
      ?disabled=${editor.readOnly}
      .value=${typed}
      @change=${(event: Event) => {
        const names = (event.target as HTMLInputElement).value
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
        editor.set(pointer, names.length > 0 ? names : undefined)
      }}
    />
    ${faultLine(editor, pointer)}
  </div>`
}

function moreFields(editor: Editor, at: string, kind: Kind) {
  const { words, work } = editor
  return html`${localizedField(editor, `${at}/note`, words.note)}
    ${checksField(editor, `${at}/moreSpecificThan`, words.moreSpecific, rivals(editor, at))}
    ${kind === 'public' ? checksField(editor, `${at}/exclusions`, words.onlyExclusions, exclusionCodes(editor)) : nothing}
    ${presentField(editor, `${at}/missedWhen`, words.hasMissedWhen, { fact: '', atLeast: 1 })}
    ${valueAt(work, `${at}/missedWhen`) === undefined ? nothing : missedWhen(editor, `${at}/missedWhen`)}
    <p class="label">${words.warnings}</p>
    ${itemList(editor, {
      pointer: `${at}/warnings`,
      make: () => ({ atPercent: 75, to: 'lead' }),
      addLabel: words.addWarning,
      items_max: 5,
      title: (_, index) => words.numbered(words.warnings, index + 1),
      form: (warning) => html`<div class="grid">
        ${numberField(editor, `${warning}/atPercent`, words.warnAt)}
        ${selectField(editor, `${warning}/to`, words.warnTo, Object.entries(words.warningTargets))}
      </div>`,
    })}`
}

function missedWhen(editor: Editor, at: string) {
  const { words, work } = editor
  const bound = valueAt(work, `${at}/below`) === undefined ? 'atLeast' : 'below'
  const setBound = (chosen: string) => {
    const value = valueAt(work, `${at}/${bound}`)
    editor.set(at, { fact: textAt(editor, `${at}/fact`), [chosen]: value })
  }
  return html`<div class="grid" data-pointer=${at} tabindex="-1">
    ${textField(editor, `${at}/fact`, words.fact)}
    ${selectField(
      editor,
      `${at}/bound`,
      words.bound,
      [
        ['atLeast', words.atLeast],
        ['below', words.below],
      ],
      { value: bound, set: setBound },
    )}
    ${numberField(editor, `${at}/${bound}`, words.number)} ${faultLine(editor, at, false)}
  </div>`
}

/** Pledges that wait for the same, and so might compete with this one. */
function rivals(editor: Editor, at: string): (readonly [string, string])[] {
  const list = at.slice(0, at.lastIndexOf('/'))
  const own = textAt(editor, `${at}/id`)
  return listAt(editor.work, list).flatMap((_, index) => {
    const other = `${list}/${index}`
    const id = textAt(editor, `${other}/id`)
    const isRival = textAt(editor, `${other}/milestone`) === textAt(editor, `${at}/milestone`)
    return isRival && id !== '' && id !== own && other !== at ? [[id, id] as const] : []
  })
}

const exclusionCodes = (editor: Editor): (readonly [string, string])[] =>
  listAt(editor.work, '/document/exclusions').flatMap((_, index) => {
    const code = textAt(editor, `/document/exclusions/${index}/code`)
    return code === '' ? [] : [[code, code] as const]
  })
