import { limits } from '@camket/contracts'
import type { Locale } from '@camket/core'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { merchantById } from '../merchants/store.ts'
import { checkDocument } from './check-document.ts'
import { type DraftRow, draftOf } from './draft-store.ts'
import { newestVersionOf, type StoredCommitment, storedVersion } from './store.ts'

export type ReadDraft = {
  readonly draft: DraftRow
  readonly savedBy: string | null
  readonly inForce: StoredCommitment | undefined
  readonly newest: StoredCommitment | undefined
}

/** The draft as it is saved, else the newest version to begin from, else a template. One round trip. */
export async function readDraft(
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchantId: string,
): Promise<ReadDraft> {
  const [[merchant], [saved], [inForce], [newest]] = await db.batch([
    merchantById(db, merchantId),
    draftOf(db, merchantId),
    storedVersion(db, merchantId, { inForceAt: now }),
    newestVersionOf(db, merchantId),
  ])
  if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
  if (saved) return { ...saved, inForce, newest }
  const begun = newest ?? { ...(await firstTemplate(merchant)), version: 0, internalPledges: null }
  const draft = {
    merchantId,
    document: begun.document as unknown as DraftRow['document'],
    internalPledges: (begun.internalPledges ?? []) as unknown as DraftRow['internalPledges'],
    revision: 0,
    updatedAt: now,
    updatedBy: '',
    basedOnVersion: begun.version,
  }
  return { draft, savedBy: null, inForce, newest }
}

/** Raises `draft_changed` when it is of another revision than the one that was looked at. */
export function requireRevision({ draft, savedBy }: ReadDraft, revision: number): void {
  if (draft.revision === revision) return
  const { updatedAt } = draft
  const changed = {
    revision: draft.revision,
    by: savedBy ?? '',
    at: updatedAt.toISOString(),
  }
  raise('draft_changed', 'Load the draft again; nothing of yours is lost on your side.', {
    ...(draft.revision > 0 && { changed }),
  })
}

/** The draft as something that can be computed with. Raises `invalid_body` with all of its faults. */
export function requireSound({ draft }: ReadDraft, now: Date) {
  const checked = checkDocument(draft, now)
  if ('faults' in checked) {
    const errors = checked.faults.slice(0, limits.draft_faults_max).map(inDraft)
    return raise('invalid_body', checked.message, { errors })
  }
  const { commitment, internalPledges } = checked
  return internalPledges.length > 0 ? { ...commitment, internalPledges } : commitment
}

/** Faults of the document are found by a pointer into what is saved. */
export function inDraft<T extends { readonly pointer: string }>(fault: T): T {
  const { pointer } = fault
  return pointer.startsWith('/internalPledges') ? fault : { ...fault, pointer: `/document${pointer}` }
}

/** Loaded only where nothing is published: customers' paths do without. */
async function firstTemplate(merchant: { readonly timeZone: string; readonly locale: Locale }) {
  const { templates } = await import('@camket/core/templates/templates')
  const [{ document }] = templates
  return { document: document(merchant) }
}
