import * as z from 'zod'

const template = z.object({
  strings: z.array(z.string()).readonly(),
  values: z.array(z.unknown()).readonly(),
})

/**
 * A request as a page shows it, in the words of the language asked for: templates (template.ts), so that whoever draws
 * them needs no words and no rules of its own. Style is the page's. A page may hold a widget of an older version: what is
 * told here may become more, and keeps its meaning.
 *
 * What the customer can say is a `camket-ticket-form` with the attribute `act`, which is where it is POSTed below the
 * ticket's address, and with these properties:
 * - `content`: a template with its controls. The `name` of a control is where its value goes in the body, as a JSON
 *   pointer without the first slash and of at most two steps (`comment`, `payTo/account`). The value of one whose name
 *   begins with `_` is JSON: members of the body. What is empty is left out. What is wrong with a control is written
 *   into the element that its `aria-describedby` names.
 * - `send`: what its button says; `sent`: what screen readers are told when it was received.
 * - `texts`: what to say of an error, by its code.
 * - `files`: how many files can go along, as `attachments`.
 * - `keeps`: what is filled in stays on the device until it was received.
 *
 * What must not be empty is `required`; `data-missing` says so in other words than a field's usual ones. A `fieldset` with
 * `data-way` is for whoever picked the control with the same `data-way`; until then it is disabled.
 */
export const card = z.object({
  /** The same as long as the rest is. */
  tag: z.string(),
  /** One line, for a list: how it stands, and the nearest deadline. */
  line: template,
  /** All of it; absent where only the line is asked for. */
  body: template.optional(),
})
