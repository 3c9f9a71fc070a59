import type { TemplateList } from '@camket/contracts'
import { html, nothing, type TemplateResult } from 'lit'
import { currencyOf, type Editor, languagesOf, type Work } from './editor.ts'
import { checkField, faultLine, idOf, localizedField } from './fields.ts'
import { withValue } from './pointer.ts'

const ownLanguages = ['vi', 'en']

/** Title, opening, languages and currency. */
export function basics(editor: Editor): TemplateResult {
  const { words } = editor
  return html`<section class="panel" aria-labelledby="basics-document">
    <h2 id="basics-document">${words.document}</h2>
    ${localizedField(editor, '/document/title', words.fieldTitle, { lines: 'one' })}
    ${localizedField(editor, '/document/summary', words.fieldSummary)} ${languagesField(editor)}
    <div class="grid">${currencyField(editor)}</div>
  </section>`
}

function languagesField(editor: Editor) {
  const { words } = editor
  const pointer = '/document/languages'
  const chosen = languagesOf(editor)
  const all = [...new Set([...ownLanguages, ...chosen])]
  const toggle = (language: string, checked: boolean) =>
    editor.set(
      pointer,
      all.filter((one) => (one === language ? checked : chosen.includes(one))),
    )
  const add = (event: Event) => {
    const input = event.target as HTMLInputElement
    const tag = input.value.trim()
    if (/^[a-z]{2}(-[A-Z]{2})?$/.test(tag) && !chosen.includes(tag)) editor.set(pointer, [...chosen, tag])
    input.value = ''
  }
  return html`<fieldset data-pointer=${pointer} tabindex="-1">
    <legend>${words.languages}</legend>
    <div class="checks">
      ${all.map((language) =>
        checkField(editor, words.languageNames[language] ?? language, chosen.includes(language), (checked) =>
          toggle(language, checked),
        ),
      )}
    </div>
    <div class="grid">
      <div class="field">
        <label for="other-language">${words.otherLanguage}</label>
        <input id="other-language" maxlength="5" autocomplete="off" ?disabled=${editor.readOnly} @change=${add} />
        <small class="quiet">${words.languagesHint}</small>
      </div>
    </div>
    ${faultLine(editor, pointer)}
  </fieldset>`
}

function currencyField(editor: Editor) {
  const { words, work } = editor
  const pointer = '/document/currency'
  const set = (event: Event) => {
    const currency = (event.target as HTMLInputElement).value.trim().toUpperCase()
    editor.put(inCurrency(withValue(work, pointer, currency), currency))
  }
  return html`<div class="field">
    <label for=${idOf(pointer)}>${words.currency}</label>
    <input
      id=${idOf(pointer)}
      data-pointer=${pointer}
      maxlength="3"
      autocomplete="off"
      ?disabled=${editor.readOnly}
      aria-describedby="${idOf(pointer)}-hint"
      .value=${currencyOf(editor)}
      @change=${set}
    />
    <small class="quiet" id="${idOf(pointer)}-hint">${words.currencyHint}</small>
    ${faultLine(editor, pointer)}
  </div>`
}

/** Every sum of the pledges is in the document's currency. */
function inCurrency(work: Work, currency: string): Work {
  const exchanged = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(exchanged)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === 'currency' ? currency : exchanged(member),
      ]),
    )
  }
  return withValue(work, '/document/pledges', exchanged(work.document.pledges))
}

type Templates = TemplateList['templates']

/** Whole commitments to begin from. */
export function templateChoice(
  editor: Editor,
  templates: Templates | 'failed' | undefined,
  load: () => void,
): TemplateResult | typeof nothing {
  const { words, context } = editor
  if (editor.readOnly) return nothing
  return html`<section class="panel" aria-labelledby="basics-templates">
    <h2 id="basics-templates">${words.templates}</h2>
    <p class="quiet">${words.templatesLead}</p>
    ${
      templates === 'failed'
        ? html`<div role="alert">
          <p class="failure">${context.words.problem.unreachable}</p>
          <p><button type="button" class="btn" @click=${load}>${context.words.problem.retry}</button></p>
        </div>`
        : templates === undefined
          ? html`<p role="status">${words.loading}</p>`
          : html`<ul class="templates">
            ${templates.map(
              ({ name, description, document }) => html`<li>
                <p><b>${name}</b></p>
                <p class="quiet">${description}</p>
                <p>
                  <button
                    type="button"
                    class="btn"
                    aria-label="${words.begin}: ${name}"
                    @click=${() => editor.putUndoable({ document, internalPledges: [] }, words.begun)}
                  >
                    ${words.begin}
                  </button>
                </p>
              </li>`,
            )}
          </ul>`
    }
  </section>`
}
