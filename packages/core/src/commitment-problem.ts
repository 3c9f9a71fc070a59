/** Something that keeps a document from being published, for the person who writes it. */
export type CommitmentProblem = {
  /** JSON pointer into the document. */
  readonly pointer: string
  readonly code: string
  /** What is wrong, and what to do about it. */
  readonly message: string
}

/** The same problems, as seen from where their part stands in the document. */
export function within(pointer: string, problems: readonly CommitmentProblem[]): CommitmentProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer }))
}
