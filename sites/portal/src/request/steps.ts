import type { PublicTicket } from '@camket/contracts'

export type Step = {
  readonly name: 'received' | 'answered' | 'working' | 'done'
  readonly isDone: boolean
  readonly isNow: boolean
  readonly at?: string
}

type Seen = Pick<PublicTicket, 'status' | 'filedAt' | 'timeline'>

/** The four steps of every request, as far as it has come; a call made answers as a reply does. */
export function stepsOf({ status, filedAt, timeline }: Seen): Step[] {
  const answered = timeline.find(({ event }) => event === 'answered' || event === 'call_made')
  const isOver = status === 'resolved' || status === 'closed'
  const ended = isOver ? timeline.findLast(({ event }) => event === 'resolved') : undefined
  const isWorked = status !== 'new' && (answered !== undefined || !isOver)
  const now = isOver ? 'done' : isWorked ? 'working' : 'received'
  const step = (name: Step['name'], isDone: boolean, at?: string): Step => ({
    name,
    isDone,
    isNow: name === now,
    ...(at !== undefined && { at }),
  })
  return [
    step('received', true, filedAt),
    step('answered', answered !== undefined, answered?.at),
    step('working', isWorked),
    step('done', isOver, ended?.at),
  ]
}
