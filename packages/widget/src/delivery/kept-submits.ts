import type { FileTicketInput } from '@camket/contracts'
import { readStored, removeStored, writeStored } from '../session/store.ts'
import type { Sending } from './draft-store.ts'

/** A request that a page's own script has submitted and that was not answered yet. */
export type Submit = Sending<FileTicketInput>

const name = 'submits'

export function keptSubmits(merchant: string): readonly Submit[] {
  const stored = readStored<Submit[]>(merchant, name)
  return Array.isArray(stored) ? stored : []
}

/** Its key is there only where something is: the panel looks at no more than that. */
export function keepSubmits(merchant: string, submits: readonly Submit[]): void {
  if (submits.length > 0) writeStored(merchant, name, submits)
  else removeStored(merchant, name)
}

export function dropSubmit(merchant: string, { idempotencyKey }: Submit): void {
  keepSubmits(
    merchant,
    keptSubmits(merchant).filter((other) => other.idempotencyKey !== idempotencyKey),
  )
}
