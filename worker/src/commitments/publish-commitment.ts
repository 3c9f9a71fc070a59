import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { checkDocument } from './check-document.ts'
import { insertCommitment, readLatestVersion, type StoredCommitment } from './store.ts'

type Publication = {
  readonly merchantId: string
  readonly document: unknown
  readonly internalPledges?: unknown
  readonly effectiveFrom: Date
}

/** Publishes the next version. Raises `invalid_body` with a pointer and a sentence for each fault of the document. */
export async function publishCommitment(
  { db, now }: Pick<Context, 'db' | 'now'>,
  publication: Publication,
): Promise<StoredCommitment> {
  const ready = await readyToPublish(publication, now)
  const version = (await readLatestVersion(db, publication.merchantId)) + 1
  const row = { ...ready, version }
  await insertCommitment(db, row)
  return row
}

/** The row of a version, all but its number. Raises `invalid_body`. */
export async function readyToPublish(
  { merchantId, document, internalPledges = [], effectiveFrom }: Publication,
  now: Date,
): Promise<Omit<StoredCommitment, 'version'>> {
  if (effectiveFrom < now) {
    const message = 'What is published now can hold from now on, and not from before.'
    raise('invalid_body', message, { errors: [{ pointer: '/effectiveFrom', code: 'in_the_past', message }] })
  }
  const checked = checkDocument({ document, internalPledges }, now)
  if ('faults' in checked) return raise('invalid_body', checked.message, { errors: [...checked.faults] })
  const { commitment, internalPledges: internal } = checked
  return {
    merchantId,
    effectiveFrom,
    publishedAt: now,
    document: commitment,
    internalPledges: internal.length > 0 ? internal : null,
    fingerprint: await fingerprintOf(commitment),
  }
}

/** SHA-256, in hex, of the document's text as it is stored. */
async function fingerprintOf(document: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}
