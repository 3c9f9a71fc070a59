import type { CommitmentView } from '@camket/contracts'

export type Standing = 'in_force' | 'superseded' | 'not_yet'

/** Whether a version is the one that a request sent now would get. */
export function standingOf(
  { version, effectiveFrom, versions }: Pick<CommitmentView, 'version' | 'effectiveFrom' | 'versions'>,
  now: Date,
): Standing {
  if (Date.parse(effectiveFrom) > now.getTime()) return 'not_yet'
  const begun = versions.filter((one) => Date.parse(one.effectiveFrom) <= now.getTime())
  return version === Math.max(...begun.map((one) => one.version)) ? 'in_force' : 'superseded'
}
