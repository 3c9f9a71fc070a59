/** What a template says, with the values in its gaps; `renderInto` makes it a part of the page. */
export type Template = { readonly strings: TemplateStringsArray; readonly values: readonly unknown[] }

/** Stands for no child, and for no attribute. */
export const nothing = Symbol('nothing')

/**
 * A piece of markup, written as Lit's: `attribute=${}`, `?boolean=${}`, `.property=${}`, `@event=${}` and children
 * (text, templates, lists, `nothing`). A button is no submit button unless it says so. Entities such as `&nbsp;` are not read; write the character.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): Template => ({
  strings,
  values,
})
