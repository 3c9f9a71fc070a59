import type { DeskTicket } from '@camket/contracts'
import { attachmentView } from '../attachments/link.ts'
import type { WordRows } from './lookup-store.ts'

export type LinkContext = { readonly secret: string; readonly publicUrl: string; readonly now: Date }

/** All messages, notes too, each with its files; whoever shows them to a customer leaves the notes out. */
export function messageViews(
  { messages, attachments, contents, staff }: WordRows,
  link: LinkContext,
): Promise<DeskTicket['messages']> {
  return Promise.all(
    messages.map(async ({ id, from, staffId, visibility, text, at }) => ({
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
