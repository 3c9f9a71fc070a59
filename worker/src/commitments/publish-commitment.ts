import { asCommitment, commitmentDocument } from '@camket/contracts'
import { checkCommitment } from '@camket/core'
import type { Context } from '../context.ts'
import { bodyErrors } from '../http/body-errors.ts'
import { raise } from '../http/raise.ts'
import { insertCommitment, readLatestVersion, type StoredCommitment } from './store.ts'

type Publication = { readonly merchantId: string; readonly document: unknown; readonly effectiveFrom: Date }

/** Publishes the next version. Raises `invalid_body` with a pointer and a sentence for each fault of the document. */
export async function publishCommitment(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { merchantId, document, effectiveFrom }: Publication,
): Promise<StoredCommitment> {
  if (effectiveFrom < now) {
    const message = 'What is published now can hold from now on, and not from before.'
    raise('invalid_body', message, { errors: [{ pointer: '/effectiveFrom', code: 'in_the_past', message }] })
  }
  const parsed = commitmentDocument.safeParse(document)
  if (!parsed.success) {
    const errors = bodyErrors(parsed.error)
    return raise('invalid_body', 'The document is not complete or not valid.', { errors })
  }
  const commitment = asCommitment(parsed.data)
  const faults = checkCommitment(commitment, now)
  if (faults.length > 0) {
    raise('invalid_body', 'The document contradicts itself.', { errors: [...faults] })
  }
  const row = {
    merchantId,
    version: (await readLatestVersion(db, merchantId)) + 1,
    effectiveFrom,
    publishedAt: now,
    document: commitment,
    fingerprint: await fingerprintOf(commitment),
  }
  await insertCommitment(db, row)
  return row
}

/** SHA-256, in hex, of the document's text as it is stored. */
async function fingerprintOf(document: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}
