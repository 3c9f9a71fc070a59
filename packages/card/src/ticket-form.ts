import type { CustomersPart } from '@camket/contracts/client'
import { html, nothing, type Template } from '@camket/contracts/template'
import type { Place } from './place.ts'

type Form = {
  readonly content: Template
  /** Words of the button. */
  readonly send: string
  /** For screen readers, once it was received. */
  readonly sent: string
  /** What to say of an error, by its code, beside what is said of every form. */
  readonly texts?: Readonly<Record<string, string>>
  readonly files?: number
  readonly keeps?: boolean
}

/** What a customer can say; `act` is where, below the ticket's address. */
export function ticketForm(
  act: keyof CustomersPart,
  { content, send, sent, texts, files = 0, keeps = false }: Form,
  { words }: Place,
): Template {
  return html`<camket-ticket-form
    act=${act}
    .content=${content}
    .send=${send}
    .sent=${sent}
    .texts=${{ ...words.refused, ...texts }}
    .files=${files}
    .keeps=${keeps}
  ></camket-ticket-form>`
}

/** A control under its label, with room for what is wrong with it under `{id}-error`. */
export const field = (id: string, label: string, control: Template): Template =>
  html`<div class="field"><label for=${id}>${label}</label>${control}${errorOf(id)}</div>`

/** Where it is written what is wrong with the control of an id. */
export const errorOf = (id: string): Template => html`<span class="error" id="${id}-error"></span>`

type Radio = {
  readonly name: string
  /** Members of the body. */
  readonly value: object
  readonly label: string
  readonly isPicked: boolean
  /** Of the fieldset that goes with it. */
  readonly way?: string
  /** What to say while none is picked. */
  readonly missing: string
}

/** One of several; all of a group have the same name, and say by one element what is wrong: `{name}-error`. */
export const radio = ({ name, value, label, isPicked, way, missing }: Radio): Template =>
  html`<label class="check">
    <input
      type="radio"
      name=${name}
      value=${JSON.stringify(value)}
      data-way=${way ?? nothing}
      aria-describedby="${name}-error"
      data-missing=${missing}
      required
      ?checked=${isPicked}
    />
    ${label}
  </label>`
