import { html, type Template } from '@camket/contracts/template'

export const section = (title: string, content: Template): Template =>
  html`<section><h3>${title}</h3>${content}</section>`

/** What can be done, to be opened by who wants to. */
export const fold = (title: string, content: Template, isOpen = false): Template =>
  html`<details ?open=${isOpen}>
    <summary class="link tall">${title}</summary>
    ${content}
  </details>`
