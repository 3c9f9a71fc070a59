import type { Commitment } from '@camket/core'
import { and, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { commitments } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'

export type StoredCommitment = typeof commitments.$inferSelect

/**
 * Published versions never change, so each is read and parsed once in an isolate. Calendars are also remembered by
 * the object that they are, which makes deadlines cheap to compute.
 */
const documents = new Map<string, Commitment>()
const documents_max = 200

/** A version's document, with the internal pledges that stand beside it. Undefined when there is no such version. */
export async function readCommitment(
  db: Db,
  merchantId: string,
  version: number,
): Promise<Commitment | undefined> {
  const key = `${merchantId}/${version}`
  const known = documents.get(key)
  if (known) return known
  const [row] = await db
    .select({ document: commitments.document, internalPledges: commitments.internalPledges })
    .from(commitments)
    .where(isVersion(merchantId, version))
  if (!row) return undefined
  if (documents.size >= documents_max) documents.clear()
  const { document, internalPledges } = row
  const whole = internalPledges ? { ...document, internalPledges } : document
  documents.set(key, whole)
  return whole
}

/** The version in force at an instant: the highest that is in effect. For a batch with others. */
export const versionInForce = (db: Db, merchantId: MerchantId, at: Date) =>
  db
    .select({ version: commitments.version })
    .from(commitments)
    .where(isInEffect(merchantId, at))
    .orderBy(desc(commitments.version))
    .limit(1)

/** Undefined when the merchant has published nothing that is in effect yet. */
export async function readCommitmentInForce(
  db: Db,
  merchantId: string,
  at: Date,
): Promise<{ version: number; document: Commitment } | undefined> {
  const [row] = await versionInForce(db, merchantId, at)
  const document = row && (await readCommitment(db, merchantId, row.version))
  return document && { version: row.version, document }
}

/** All that is stored of one version, or of the one that is in force. For a batch with others. */
export const storedVersion = (db: Db, merchantId: MerchantId, which: number | { readonly inForceAt: Date }) =>
  db
    .select()
    .from(commitments)
    .where(typeof which === 'number' ? isVersion(merchantId, which) : isInEffect(merchantId, which.inForceAt))
    .orderBy(desc(commitments.version))
    .limit(1)

/** Newest first; at most 500, which is a version a week for ten years. */
export const versionsOf = (db: Db, merchantId: MerchantId) =>
  db
    .select({ version: commitments.version, effectiveFrom: commitments.effectiveFrom })
    .from(commitments)
    .where(eq(commitments.merchantId, merchantId))
    .orderBy(desc(commitments.version))
    .limit(500)

/** The version that was published last, whether or not it holds yet. For a batch with others. */
export const newestVersionOf = (db: Db, merchantId: MerchantId) =>
  db
    .select()
    .from(commitments)
    .where(eq(commitments.merchantId, merchantId))
    .orderBy(desc(commitments.version))
    .limit(1)

export async function readLatestVersion(db: Db, merchantId: string): Promise<number> {
  const [row] = await db
    .select({ version: commitments.version })
    .from(commitments)
    .where(eq(commitments.merchantId, merchantId))
    .orderBy(desc(commitments.version))
    .limit(1)
  return row?.version ?? 0
}

/** The primary key lets one of two that publish the same number through. */
export async function insertCommitment(db: Db, row: StoredCommitment): Promise<void> {
  await db.insert(commitments).values(row)
}

function isVersion(merchantId: MerchantId, version: number) {
  return and(eq(commitments.merchantId, merchantId), eq(commitments.version, version))
}

function isInEffect(merchantId: MerchantId, at: Date) {
  return and(eq(commitments.merchantId, merchantId), lte(commitments.effectiveFrom, at))
}
