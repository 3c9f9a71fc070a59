import type { DeskTicket } from '@camket/contracts'
import { attachmentView } from '../attachments/link.ts'
import type { PublicRows, WordRows } from './lookup-store.ts'

export type LinkContext = { readonly secret: string; readonly publicUrl: string; readonly now: Date }

/**
 * All messages, notes too, each with its files; whoever shows them to a customer leaves the notes out. They stand in
 * the order of the history: the clocks of two machines may tell another.
 */
export function messageViews(
  { eventRows }: PublicRows,
  { messages, attachments, contents, staff }: WordRows,
  link: LinkContext,
): Promise<DeskTicket['messages']> {
  const sequences = new Map(eventRows.map(({ sequence, data }) => [data.messageId, sequence]))
  // The first message belongs to the filing, whose event names none.
  const placeOf = ({ id }: WordRows['messages'][number]) => sequences.get(id) ?? 0
  return Promise.all(
    messages
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(async ({ id, from, staffId, visibility, text, at }) => ({
        id,
        from,
        name: from === 'customer' ? contents.contact.name : nameOf(staff, staffId),
        text,
        at: at.toISOString(),
        visibility,
        attachments: await Promise.all(
          attachments.filter(({ messageId }) => messageId === id).map((row) => attachmentView(row, link)),
        ),
      })),
  )
}

function nameOf(staff: WordRows['staff'], id: string | null): string {
  return staff.find((person) => person.id === id)?.name ?? ''
}
