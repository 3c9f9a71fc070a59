import type { SavedFile } from '../delivery/draft-store.ts'

/** What is filled in, by the names of the controls. */
export type Said = Readonly<Record<string, string>>

/**
 * The body that a form of a card says (contracts/card.ts): a name says where its value goes, as a JSON pointer without
 * the first slash; one that begins with `_` holds members of the body as JSON. What is empty is left out.
 */
export function bodyOf(said: Said, files: readonly SavedFile[]): object {
  const body: Record<string, unknown> = files.length > 0 ? { attachments: files.map(({ id }) => id) } : {}
  for (const [name, value] of Object.entries(said)) {
    if (!value) continue
    const [member = '', inner] = name.split('/')
    if (name[0] === '_') Object.assign(body, JSON.parse(value))
    else body[member] = inner ? { ...Object(body[member]), [inner]: value } : value
  }
  return body
}
