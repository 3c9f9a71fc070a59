import { describe, expect, it } from 'vitest'
import named from '../test-vectors/working-time.json' with { type: 'json' }
import random from '../test-vectors/working-time-random.json' with { type: 'json' }
import type { Calendar } from './calendar.ts'
import { dueAt } from './due-at.ts'
import { durationUnits } from './duration.ts'

type Vector = {
  name?: string
  startedAt: string
  within: { amount: number; unit: string }
  calendar: Calendar
  pauses: { from: string; to: string }[]
  dueAt: string
}

function due({ startedAt, within, calendar, pauses }: Vector): string {
  const unit = durationUnits.find((candidate) => candidate === within.unit)
  if (!unit) throw new Error(`The vector has an unknown unit: ${within.unit}`)
  const stops = pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
  return dueAt(new Date(startedAt), { amount: within.amount, unit }, calendar, stops).toISOString()
}

describe('the named worked examples', () => {
  const vectors: Vector[] = named
  it('are all there', () => expect(vectors).toHaveLength(27))
  it.each(vectors)('$name', (vector) => expect(due(vector)).toBe(vector.dueAt))
})

describe('the random worked examples', () => {
  const vectors: Vector[] = random
  it('are all there', () => expect(vectors).toHaveLength(40))
  it.each(vectors)('$within.amount $within.unit from $startedAt in $calendar.timeZone', (vector) =>
    expect(due(vector)).toBe(vector.dueAt),
  )
})
