import { html, type TemplateResult } from 'lit'
import { type Editor, languagesOf, textAt } from './editor.ts'
import { checkField, localizedField, selectField, textField } from './fields.ts'
import { freeId } from './free-id.ts'
import { itemList } from './item-list.ts'
import { escaped, valueAt } from './pointer.ts'

type List = keyof Editor['words']['clauses']

const forms: Record<List, (editor: Editor, at: string) => TemplateResult> = {
  qualityStatements: (editor, at) => html`${address(editor, `${at}/id`)} ${text(editor, at)}`,
  worstCases: (editor, at) => html`${address(editor, `${at}/id`)}
    ${localizedField(editor, `${at}/title`, editor.words.caseTitle, { lines: 'one' })}
    ${localizedField(editor, `${at}/text`, editor.words.caseText)}`,
  exclusions: (editor, at) => html`${address(editor, `${at}/code`)} ${text(editor, at)}
    <div class="grid">
      ${selectField(editor, `${at}/burdenOfProof`, editor.words.burden, Object.entries(editor.words.burdens))}
      ${checkField(
        editor,
        editor.words.evidenceNeeded,
        valueAt(editor.work, `${at}/evidenceNeeded`) === true,
        (needed) => editor.set(`${at}/evidenceNeeded`, needed),
      )}
    </div>`,
  partnerTerms: (editor, at) => html`${address(editor, `${at}/id`)} ${text(editor, at)}`,
  escalation: (editor, at) => html`<div class="grid">
      ${textField(editor, `${at}/name`, editor.words.name)}
      ${textField(editor, `${at}/email`, editor.words.email, { type: 'email' })}
      ${textField(editor, `${at}/phone`, editor.words.phone, { type: 'tel' })}
    </div>
    ${localizedField(editor, `${at}/role`, editor.words.role, { lines: 'one' })}`,
  legalBasis: (editor, at) => html`${address(editor, `${at}/id`)} ${text(editor, at)}
    ${textField(editor, `${at}/url`, editor.words.url, { type: 'url' })}`,
}

const begun: Record<List, (id: string) => object> = {
  qualityStatements: (id) => ({ id, text: {} }),
  worstCases: (id) => ({ id, title: {}, text: {} }),
  exclusions: (code) => ({ code, text: {}, burdenOfProof: 'merchant', evidenceNeeded: true }),
  partnerTerms: (id) => ({ id, text: {} }),
  escalation: () => ({ name: '', role: {} }),
  legalBasis: (id) => ({ id, text: {} }),
}

/** What an id begins with; it is read in addresses. */
const prefixes: Record<List, string> = {
  qualityStatements: 'quality',
  worstCases: 'case',
  exclusions: 'exclusion',
  partnerTerms: 'partners',
  escalation: 'contact',
  legalBasis: 'law',
}

const address = (editor: Editor, pointer: string) =>
  html`<div class="grid">${textField(editor, pointer, editor.words.address, { hint: editor.words.addressHint })}</div>`

const text = (editor: Editor, at: string) => localizedField(editor, `${at}/text`, editor.words.text)

/** Every clause that is no pledge, a list for each sort. */
export function clauseLists(editor: Editor): TemplateResult[] {
  const { words } = editor
  return (Object.keys(forms) as List[]).map(
    (list) => html`<section class="panel" aria-labelledby="clauses-${list}">
      <h2 id="clauses-${list}">${words.clauses[list]}</h2>
      ${itemList(editor, {
        pointer: `/document/${list}`,
        make: () => begun[list](freeId(editor.work, `/document/${list}`, prefixes[list])),
        addLabel: words.add,
        none: words.none,
        folds: true,
        items_max: list === 'escalation' ? 20 : 50,
        title: (at, index) => titleOf(editor, at) || words.numbered(words.clause, index + 1),
        form: (at) => forms[list](editor, at),
      })}
    </section>`,
  )
}

/** The clause's own first words, in the reader's language where it is written in that. */
function titleOf(editor: Editor, at: string): string {
  const languages = [editor.context.locale, ...languagesOf(editor)]
  const places = languages.flatMap((language) => [
    `${at}/title/${escaped(language)}`,
    `${at}/text/${escaped(language)}`,
  ])
  return [`${at}/name`, ...places].map((place) => textAt(editor, place)).find((words) => words !== '') ?? ''
}
