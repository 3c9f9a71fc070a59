import type { SaveDraftBody } from '@camket/contracts'
import type { Context } from '../context.ts'
import type { Staff } from '../staff/staff.ts'
import { type DraftRow, writeDraft } from './draft-store.ts'
import { readDraft, requireRevision } from './read-draft.ts'

/** Keeps the draft whatever it says. Raises `draft_changed` when somebody saved, published or discarded it since. */
export async function saveDraft(
  context: Pick<Context, 'db' | 'now'>,
  { id, merchantId, name }: Staff,
  { document, internalPledges, revision }: SaveDraftBody,
): Promise<{ draft: DraftRow; savedBy: string }> {
  const before = await readDraft(context, merchantId)
  requireRevision(before, revision)
  const draft = {
    merchantId,
    document,
    internalPledges,
    revision: revision + 1,
    updatedAt: context.now,
    updatedBy: id,
    basedOnVersion: before.draft.basedOnVersion,
  }
  const isWritten = await writeDraft(context.db, draft)
  // Somebody was faster by a moment.
  if (!isWritten) requireRevision(await readDraft(context, merchantId), revision)
  return { draft, savedBy: name }
}
