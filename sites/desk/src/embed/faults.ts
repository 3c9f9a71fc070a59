import type { Failure } from '@camket/contracts/client'
import { html, nothing } from 'lit'
import type { Strings } from '../strings/vi.ts'

type Fault = NonNullable<Failure['problem']['errors']>[number]
export type Faults = readonly Fault[]

export const faultsOf = (failure: Failure | undefined): Faults => failure?.problem.errors ?? []

/** What is wrong at a place or below it, in the reader's language. */
export function faultsAt(faults: Faults, pointer: string, words: Strings['embed']) {
  const here = faults.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
  return here.length === 0
    ? nothing
    : html`<p class="failure small" id=${faultId(pointer)}>${[...new Set(here.map((fault) => faultWords(fault, words)))].join(' ')}</p>`
}

const faultId = (pointer: string): string => `fault${pointer.replaceAll('/', '-')}`

/** For `aria-describedby`. */
export const describedBy = (faults: Faults, pointer: string) =>
  faults.some((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    ? faultId(pointer)
    : nothing

function faultWords({ pointer, code, message }: Fault, words: Strings['embed']): string {
  const known = (words.fault as Record<string, string>)[code] ?? message
  const line = /^\/allowedOrigins\/(\d+)$/.exec(pointer)?.[1]
  return line === undefined ? known : `${words.line(Number(line) + 1)}: ${known}`
}
