import type { Publication } from '@camket/contracts'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raise } from '../http/raise.ts'
import { writePublication } from './draft-store.ts'
import { readyToPublish } from './publish-commitment.ts'
import { readDraft, requireRevision, requireSound } from './read-draft.ts'
import { readLatestVersion } from './store.ts'

type Input = {
  readonly merchantId: string
  readonly revision: number
  readonly effectiveFrom: Date | undefined
  /** What stands in the same batch as the version, made from the answer. */
  readonly beside: (answer: Publication) => Statement[]
}

/**
 * Makes the draft the next version, for good. Raises `draft_not_found`, `draft_changed`, or `invalid_body` with a
 * pointer and a sentence for each fault. Of two at once one is published; the other is told `draft_changed`.
 */
export async function publishDraft(
  context: Pick<Context, 'db' | 'now'>,
  { merchantId, revision, effectiveFrom, beside }: Input,
): Promise<Publication> {
  const { db, now } = context
  const read = await readDraft(context, merchantId)
  const { draft, newest } = read
  if (draft.revision === 0) raise('draft_not_found', 'Save a draft first; perhaps it was published already.')
  requireRevision(read, revision)
  requireSound(read, now)
  const ready = await readyToPublish({ ...draft, effectiveFrom: effectiveFrom ?? now }, now)
  const row = { ...ready, version: (newest?.version ?? 0) + 1 }
  const answer = {
    version: row.version,
    effectiveFrom: row.effectiveFrom.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    fingerprint: row.fingerprint,
  }
  try {
    await writePublication(db, row, draft, beside(answer))
  } catch (error) {
    if ((await readLatestVersion(db, merchantId)) < row.version) throw error
    raise('draft_changed', `Version ${row.version} was published this moment; look at it first.`)
  }
  return answer
}
