import type { CommitmentDocument, CommitmentView } from '@camket/contracts'
import type { Merchant } from '../merchants/store.ts'
import type { StoredCommitment } from './store.ts'

/** A version as anybody reads it; `versions` lists the others. */
export function viewCommitment(
  merchant: Pick<Merchant, 'slug' | 'name'>,
  stored: StoredCommitment,
  versions: readonly Pick<StoredCommitment, 'version' | 'effectiveFrom'>[],
): CommitmentView {
  return {
    merchant: merchant.slug,
    merchantName: merchant.name,
    version: stored.version,
    effectiveFrom: stored.effectiveFrom.toISOString(),
    publishedAt: stored.publishedAt.toISOString(),
    fingerprint: stored.fingerprint,
    versions: versions.map(({ version, effectiveFrom }) => ({
      version,
      effectiveFrom: effectiveFrom.toISOString(),
    })),
    document: stored.document as CommitmentDocument,
  }
}
