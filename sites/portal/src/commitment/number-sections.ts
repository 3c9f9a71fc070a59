import type { CommitmentDocument } from '@camket/contracts'

const sections = [
  'qualityStatements',
  'pledges',
  'worstCases',
  'exclusions',
  'partnerTerms',
  'escalation',
  'legalBasis',
] as const satisfies readonly (keyof CommitmentDocument)[]

export type Section = (typeof sections)[number]

/** The parts that a document has, in the order of the paper, numbered from 1: an empty one takes no number. */
export function numberSections(document: CommitmentDocument): Partial<Record<Section, number>> {
  const present = sections.filter((section) => document[section].length > 0)
  return Object.fromEntries(present.map((section, index) => [section, index + 1]))
}

/** What people say for a pledge, "2.1": the number of its clause in its version. */
export function pledgeNumbers(document: CommitmentDocument): ReadonlyMap<string, string> {
  const section = numberSections(document).pledges
  return new Map(document.pledges.map(({ id }, index) => [id, `${section}.${index + 1}`]))
}
