import { type LookBackPart, type LookBackTally, limits } from '@camket/contracts'
import { type Commitment, lookBack, type PledgeTally } from '@camket/core'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { type Place, readHistories } from './look-back-store.ts'
import { readCommitment } from './store.ts'

const dayMillis = 86_400_000

type Input = { readonly merchantId: string; readonly days: number; readonly cursor?: string | undefined }
type Span = { readonly from: Date; readonly until: Date; readonly after: Place }

/** One part of what a draft would have meant; `until` stays the same through all parts. Raises `invalid_body`. */
export async function lookBackPart(
  { db, now }: Pick<Context, 'db' | 'now'>,
  draft: Commitment,
  { merchantId, days, cursor }: Input,
): Promise<LookBackPart> {
  const { from, until, after } = cursor === undefined ? firstSpan(now, days) : spanOf(cursor)
  const histories = await readHistories(db, { merchantId, after, until })
  const published = new Map<number, Commitment>()
  for (const version of new Set(histories.map((history) => history.version))) {
    const document = await readCommitment(db, merchantId, version)
    if (document) published.set(version, document)
  }
  const commitmentOf = (version: number): Commitment => {
    const document = published.get(version)
    if (!document) throw new Error(`Version ${version} of ${merchantId} is gone`)
    return document
  }
  const { draft: supposed, actual } = lookBack(
    histories.map(({ events }) => events),
    draft,
    commitmentOf,
    until,
  )
  const last = histories.length < limits.look_back_tickets_max ? undefined : histories.at(-1)
  return {
    from: from.toISOString(),
    until: until.toISOString(),
    tickets: histories.length,
    pledges: [...new Set([...supposed.keys(), ...actual.keys()])].map((pledge) => {
      const [ofDraft, ofActual] = [supposed.get(pledge), actual.get(pledge)]
      return {
        pledge,
        internal: (ofDraft ?? ofActual)?.internal ?? false,
        ...(ofDraft && { draft: viewTally(ofDraft) }),
        ...(ofActual && { actual: viewTally(ofActual) }),
      }
    }),
    ...(last && { nextCursor: cursorOf({ from, until, after: last }) }),
  }
}

const viewTally = ({ kept, missed, running, cost, inKind, unknown }: PledgeTally): LookBackTally => ({
  ...{ kept, missed, running, inKind, unknown },
  cost: { ...cost },
})

function firstSpan(now: Date, days: number): Span {
  const from = new Date(now.getTime() - days * dayMillis)
  return { from, until: now, after: { filedAt: from, id: '' } }
}

const cursorOf = ({ from, until, after }: Span) =>
  [from.getTime(), until.getTime(), after.filedAt.getTime(), after.id].join('.')

function spanOf(cursor: string): Span {
  const match = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.(\w{1,60})$/.exec(cursor)
  if (!match) {
    const message = 'Send the cursor of the part before, or none to begin.'
    return raise('invalid_body', message, {
      errors: [{ pointer: '/cursor', code: 'invalid_format', message }],
    })
  }
  const [, from, until, filedAt, id = ''] = match
  return {
    from: new Date(Number(from)),
    until: new Date(Number(until)),
    after: { filedAt: new Date(Number(filedAt)), id },
  }
}
