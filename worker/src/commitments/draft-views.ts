import { type DraftView, limits, type SavedDraft } from '@camket/contracts'
import { checkDocument } from './check-document.ts'
import { inDraft, type ReadDraft } from './read-draft.ts'
import type { StoredCommitment } from './store.ts'

export function viewDraft(read: ReadDraft, now: Date): DraftView {
  const { draft, inForce, newest } = read
  const coming = newest && newest.version !== inForce?.version ? newest : undefined
  return {
    ...viewSaved(read, now),
    document: draft.document,
    internalPledges: draft.internalPledges,
    ...(inForce && { inForce: viewPublished(inForce) }),
    ...(coming && { coming: viewPublished(coming) }),
  }
}

/** Where a draft stands, without its words. */
export function viewSaved({ draft, savedBy }: Pick<ReadDraft, 'draft' | 'savedBy'>, now: Date): SavedDraft {
  const checked = checkDocument(draft, now)
  const faults = 'faults' in checked ? checked.faults : []
  return {
    revision: draft.revision,
    basedOnVersion: draft.basedOnVersion,
    ...(draft.revision > 0 && { updatedAt: draft.updatedAt.toISOString() }),
    ...(savedBy && { updatedBy: savedBy }),
    faults: faults.slice(0, limits.draft_faults_max).map(inDraft),
  }
}

function viewPublished(stored: StoredCommitment): NonNullable<DraftView['inForce']> {
  const { version, effectiveFrom, publishedAt, document, internalPledges } = stored
  type Published = NonNullable<DraftView['inForce']>
  return {
    version,
    effectiveFrom: effectiveFrom.toISOString(),
    publishedAt: publishedAt.toISOString(),
    document: document as Published['document'],
    internalPledges: (internalPledges ?? []) as Published['internalPledges'],
  }
}
