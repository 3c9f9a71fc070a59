import type { DraftFault } from '@camket/contracts'
import type { DeskContext } from '../desk-context.ts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { listAt, valueAt } from './pointer.ts'

/** What is being written; any of it may be missing or wrong. */
export type Work = {
  readonly document: Readonly<Record<string, unknown>>
  readonly internalPledges: readonly unknown[]
}

/** What every form of the editor is drawn with. Pointers lead into `work`. */
export type Editor = {
  readonly context: DeskContext
  readonly words: CommitmentWords
  readonly work: Work
  readonly faults: readonly DraftFault[]
  readonly readOnly: boolean
  readonly set: (pointer: string, value: unknown) => void
  /** A change of several places at once. */
  readonly put: (work: Work) => void
  /** As `put`, and it can be undone. */
  readonly putUndoable: (work: Work, told: string) => void
}

export const textAt = ({ work }: Pick<Editor, 'work'>, pointer: string): string => {
  const value = valueAt(work, pointer)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const textsAt = ({ work }: Pick<Editor, 'work'>, pointer: string): string[] =>
  listAt(work, pointer).filter((item) => typeof item === 'string')

/** Languages of the document, in its order. */
export const languagesOf = (editor: Pick<Editor, 'work'>): string[] => textsAt(editor, '/document/languages')

export const currencyOf = (editor: Pick<Editor, 'work'>): string => textAt(editor, '/document/currency')

/** Names of the document's calendars. */
export const calendarNames = ({ work }: Pick<Editor, 'work'>): string[] =>
  Object.keys((valueAt(work, '/document/calendars') ?? {}) as object)
