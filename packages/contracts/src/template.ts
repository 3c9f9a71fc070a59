/** What a template says, with the values in its gaps. With values that are JSON it travels as JSON. */
export type Template = { readonly strings: readonly string[]; readonly values: readonly unknown[] }

/** Stands for no child, and for no attribute. */
export const nothing = null

/**
 * A piece of markup, written as Lit's: `attribute=${}`, `?boolean=${}`, `.property=${}`, `@event=${}` and children
 * (text, templates, lists, `nothing`). Values are put in as text, so nothing has to be escaped. A button is no submit
 * button unless it says so. Entities such as `&nbsp;` are not read; write the character.
 */
export const html = (strings: readonly string[], ...values: readonly unknown[]): Template => ({
  strings,
  values,
})
