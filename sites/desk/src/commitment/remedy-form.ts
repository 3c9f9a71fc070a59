import { bases } from '@camket/core/vocabulary'
import { html, nothing, type TemplateResult } from 'lit'
import { currencyOf, type Editor, textAt } from './editor.ts'
import { durationField, moneyField, numberField, presentField, selectField, textField } from './fields.ts'
import { itemList } from './item-list.ts'
import { valueAt, withValue } from './pointer.ts'

const day = { amount: 1, unit: 'calendar_day' }
const perDay = { each: day, count: 'started' }
const sums = ['money', 'voucher', 'credit']

const moneyOf = (editor: Editor) => ({ amount: undefined, currency: currencyOf(editor) })

/** What a remedy begins as: a sum that is still to be said. */
export const newRemedy = (editor: Editor) => ({
  choice: [newOffer(editor, 'money')],
  accrual: { type: 'once' },
  settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'working_day' } },
})

/** What is owed if a pledge is missed. */
export function remedyForm(editor: Editor, pointer: string): TemplateResult {
  const { words, work } = editor
  const isScale = textAt(editor, `${pointer}/accrual/type`) === 'tiers'
  return html`<fieldset class="item" data-pointer=${pointer} tabindex="-1">
    <legend>${words.remedy}</legend>
    <div class="grid">
      ${accrualForm(editor, `${pointer}/accrual`, (accrual) => {
        const scale = (accrual as { type: string }).type === 'tiers'
        const before = valueAt(work, `${pointer}/choice`)
        const choice = scale
          ? []
          : Array.isArray(before) && before.length > 0
            ? before
            : [newOffer(editor, 'money')]
        editor.put(withValue(withValue(work, `${pointer}/accrual`, accrual), `${pointer}/choice`, choice))
      })}
    </div>
    ${
      isScale
        ? tiersForm(editor, `${pointer}/accrual`)
        : html`<p class="label">${words.choice}</p>
          ${itemList(editor, {
            pointer: `${pointer}/choice`,
            make: () => newOffer(editor, 'voucher'),
            addLabel: words.addOffer,
            items_max: 5,
            title: (_, index) => words.numbered(words.offer, index + 1),
            form: (at) => html`<div class="grid">${offerFields(editor, at, true)}</div>`,
          })}`
    }
    <div class="grid">${capFields(editor, `${pointer}/cap`)}</div>
    ${settlementFields(editor, `${pointer}/settlement`)} ${alongside(editor, `${pointer}/alongside`)}
  </fieldset>`
}

function newOffer(editor: Editor, type: string): Record<string, unknown> {
  if (sums.includes(type)) return { type, value: moneyOf(editor) }
  if (type === 'percent_of') return { type, of: 'order', percent: undefined }
  if (type === 'service_days') return { type, days: 1 }
  if (type === 'greater_of')
    return { type, offers: [newOffer(editor, 'money'), newOffer(editor, 'percent_of')] }
  return { type }
}

function offerFields(editor: Editor, pointer: string, isWhole: boolean): TemplateResult {
  const { words } = editor
  const type = textAt(editor, `${pointer}/type`)
  const options = Object.entries(words.offers).filter(
    ([one]) => isWhole || sums.includes(one) || one === 'percent_of',
  )
  return html`${selectField(editor, `${pointer}/type`, words.offer, options, {
    set: (chosen) => editor.set(pointer, newOffer(editor, chosen)),
  })}
  ${sums.includes(type) ? moneyField(editor, `${pointer}/value`) : nothing}
  ${type === 'percent_of' ? percentFields(editor, pointer) : nothing}
  ${type === 'service_days' ? numberField(editor, `${pointer}/days`, words.days) : nothing}
  ${
    type === 'greater_of'
      ? html`<div class="wide">
        ${itemList(editor, {
          pointer: `${pointer}/offers`,
          make: () => newOffer(editor, 'money'),
          addLabel: words.addOffer,
          items_max: 5,
          title: (_, index) => words.numbered(words.offer, index + 1),
          form: (at) => html`<div class="grid">${offerFields(editor, at, false)}</div>`,
        })}
      </div>`
      : nothing
  }`
}

const percentFields = (editor: Editor, pointer: string) => html`
  ${numberField(editor, `${pointer}/percent`, editor.words.percent)}
  ${selectField(
    editor,
    `${pointer}/of`,
    editor.words.percentOf,
    bases.map((basis) => [basis, editor.words.bases[basis]]),
  )}
`

/** One of four kinds; a scale is over time or over a number of the request. */
function accrualForm(editor: Editor, pointer: string, put: (accrual: object) => void) {
  const { words } = editor
  const type = textAt(editor, `${pointer}/type`)
  const kind = type === 'tiers' ? textAt(editor, `${pointer}/by/type`) : type
  const tiers = valueAt(editor.work, `${pointer}/tiers`) ?? [{ from: 1, offer: newOffer(editor, 'money') }]
  const begun: Record<string, object> = {
    once: { type: 'once' },
    per: { type: 'per', ...perDay },
    time: { type: 'tiers', by: { type: 'time', owes: 'sum', ...perDay }, tiers },
    fact: { type: 'tiers', by: { type: 'fact', fact: '', bounds: 'from' }, tiers },
  }
  return html`${selectField(editor, `${pointer}/type`, words.accrual, Object.entries(words.accruals), {
    value: kind,
    set: (chosen) => put(begun[chosen] ?? { type: 'once' }),
  })}
  ${kind === 'per' ? perFields(editor, pointer) : nothing}`
}

const perFields = (editor: Editor, pointer: string) => html`
  ${durationField(editor, `${pointer}/each`, editor.words.each)}
  ${selectField(editor, `${pointer}/count`, editor.words.count, Object.entries(editor.words.counts))}
  ${selectField(editor, `${pointer}/from`, editor.words.from, Object.entries(editor.words.froms), {
    value: textAt(editor, `${pointer}/from`) || 'deadline',
    set: (chosen) => editor.set(`${pointer}/from`, chosen === 'deadline' ? undefined : chosen),
  })}
`

function tiersForm(editor: Editor, pointer: string) {
  const { words } = editor
  const isTime = textAt(editor, `${pointer}/by/type`) === 'time'
  return html`<div class="grid">
      ${
        isTime
          ? html`${perFields(editor, `${pointer}/by`)}
            ${selectField(editor, `${pointer}/by/owes`, words.owes, Object.entries(words.owesNames))}`
          : html`${textField(editor, `${pointer}/by/fact`, words.fact)}
            ${selectField(editor, `${pointer}/by/bounds`, words.bounds, Object.entries(words.boundsNames))}`
      }
    </div>
    <p class="label">${words.tiersList}</p>
    ${itemList(editor, {
      pointer: `${pointer}/tiers`,
      make: () => ({ from: 1, offer: newOffer(editor, 'money') }),
      addLabel: words.addTier,
      items_max: 20,
      title: (_, index) => words.numbered(words.tier, index + 1),
      form: (at) => html`<div class="grid">
        ${numberField(editor, `${at}/from`, words.tierFrom)} ${numberField(editor, `${at}/to`, words.tierTo)}
        ${offerFields(editor, `${at}/offer`, true)}
      </div>`,
    })}`
}

function capFields(editor: Editor, pointer: string) {
  const { words } = editor
  const type = textAt(editor, `${pointer}/type`) || 'none'
  const begun: Record<string, object> = {
    amount: { type: 'amount', value: moneyOf(editor) },
    percent_of: { type: 'percent_of', of: 'order', percent: 100 },
    count: { type: 'count', units: 1 },
    days: { type: 'days', days: 30 },
  }
  return html`${selectField(editor, pointer, words.cap, Object.entries(words.caps), {
    value: type,
    set: (chosen) => editor.set(pointer, begun[chosen]),
  })}
  ${type === 'amount' ? moneyField(editor, `${pointer}/value`) : nothing}
  ${type === 'percent_of' ? percentFields(editor, pointer) : nothing}
  ${type === 'count' ? numberField(editor, `${pointer}/units`, words.caps.count) : nothing}
  ${type === 'days' ? numberField(editor, `${pointer}/days`, words.days) : nothing}`
}

function settlementFields(editor: Editor, pointer: string) {
  const { words, work } = editor
  const type = textAt(editor, `${pointer}/type`)
  const penalty = valueAt(work, `${pointer}/latePenalty`)
  const penaltyType =
    typeof penalty === 'string' ? penalty : textAt(editor, `${pointer}/latePenalty/type`) || 'none'
  const setPenalty = (chosen: string) => {
    const begun = sums.includes(chosen) ? newOffer(editor, chosen) : chosen
    editor.set(`${pointer}/latePenalty`, chosen === 'none' ? undefined : begun)
  }
  const setType = (chosen: string) => {
    const { within: _, ...rest } = (valueAt(work, pointer) ?? {}) as Record<string, unknown>
    const within = { amount: 1, unit: 'month' }
    editor.set(pointer, { ...rest, type: chosen, ...(chosen === 'on_claim' && { within }) })
  }
  return html`<div class="grid">
    ${selectField(editor, `${pointer}/type`, words.settlement, Object.entries(words.settlements), { set: setType })}
    ${type === 'on_claim' ? durationField(editor, `${pointer}/within`, words.claimWithin) : nothing}
    ${durationField(editor, `${pointer}/payWithin`, words.payWithin)}
    ${selectField(editor, `${pointer}/latePenalty`, words.latePenalty, Object.entries(words.penalties), {
      value: penaltyType,
      set: setPenalty,
    })}
    ${sums.includes(penaltyType) ? moneyField(editor, `${pointer}/latePenalty/value`) : nothing}
  </div>`
}

function alongside(editor: Editor, pointer: string) {
  const { words, work } = editor
  const begun = { offer: newOffer(editor, 'service_days'), accrual: { type: 'per', ...perDay } }
  return html`${presentField(editor, pointer, words.alongside, begun)}
  ${
    valueAt(work, pointer) === undefined
      ? nothing
      : html`<fieldset class="item" data-pointer=${pointer} tabindex="-1">
        <legend>${words.alongside}</legend>
        <div class="grid">
          ${offerFields(editor, `${pointer}/offer`, true)}
          ${accrualForm(editor, `${pointer}/accrual`, (accrual) => editor.set(`${pointer}/accrual`, accrual))}
          ${capFields(editor, `${pointer}/cap`)}
        </div>
        ${textAt(editor, `${pointer}/accrual/type`) === 'tiers' ? tiersForm(editor, `${pointer}/accrual`) : nothing}
      </fieldset>`
  }`
}
