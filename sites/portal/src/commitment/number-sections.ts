import type { CommitmentDocument } from '@camket/contracts'

const sections = {
  qualityStatements: ({ qualityStatements }) => qualityStatements,
  pledges: ({ pledges }) => pledges,
  terms: ({ warranties = [], returns = [] }) => [...warranties, ...returns],
  worstCases: ({ worstCases }) => worstCases,
  exclusions: ({ exclusions }) => exclusions,
  partnerTerms: ({ partnerTerms }) => partnerTerms,
  escalation: ({ escalation }) => escalation,
  legalBasis: ({ legalBasis }) => legalBasis,
} as const satisfies Record<string, (document: CommitmentDocument) => readonly unknown[]>

export type Section = keyof typeof sections

/** The parts that a document has, in the order of the paper, numbered from 1: an empty one takes no number. */
export function numberSections(document: CommitmentDocument): Partial<Record<Section, number>> {
  const present = Object.entries(sections).filter(([, clausesOf]) => clausesOf(document).length > 0)
  return Object.fromEntries(present.map(([section], index) => [section, index + 1]))
}

/** What people say for a pledge, "2.1": the number of its clause in its version. */
export function pledgeNumbers(document: CommitmentDocument): ReadonlyMap<string, string> {
  const section = numberSections(document).pledges
  return new Map(document.pledges.map(({ id }, index) => [id, `${section}.${index + 1}`]))
}
