import { asCommitment, commitmentDocument, type DraftFault, pledge } from '@camket/contracts'
import { type Commitment, checkCommitment, type Pledge } from '@camket/core'
import * as z from 'zod'
import { bodyErrors } from '../http/body-errors.ts'

type Written = { readonly document: unknown; readonly internalPledges: unknown }

/** What can be computed with, or all that keeps it from that. */
export type Checked =
  | { readonly commitment: Commitment; readonly internalPledges: readonly Pledge[] }
  | { readonly message: string; readonly faults: readonly DraftFault[] }

const pledges = z.array(pledge)

/**
 * Reads a document and the internal pledges beside it. Pointers of faults lead into the document, or begin with
 * `/internalPledges`. What contradicts itself is looked for only where every part is well formed.
 */
export function checkDocument({ document, internalPledges }: Written, now: Date): Checked {
  const read = commitmentDocument.safeParse(document)
  const readInternal = pledges.safeParse(internalPledges)
  if (!read.success || !readInternal.success) {
    const faults = [
      ...(read.error ? bodyErrors(read.error) : []),
      ...(readInternal.error ? bodyErrors(readInternal.error).map(inInternal) : []),
    ]
    return { message: 'The document is not complete or not valid.', faults }
  }
  const commitment = asCommitment(read.data)
  const internal = readInternal.data as readonly Pledge[]
  const whole = internal.length > 0 ? { ...commitment, internalPledges: internal } : commitment
  const faults = checkCommitment(whole, now)
  if (faults.length > 0) return { message: 'The document contradicts itself.', faults }
  return { commitment, internalPledges: internal }
}

const inInternal = ({ pointer, ...fault }: DraftFault): DraftFault => ({
  pointer: `/internalPledges${pointer}`,
  ...fault,
})
