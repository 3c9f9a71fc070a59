import { assert } from './assert.ts'
import { present } from './present.ts'
import type { EventData, OwedRemedy, TicketEvent } from './ticket-state.ts'

type RemedyData = Extract<EventData, { type: `remedy_${string}` }>

/** The part of the fold that concerns remedies; other events leave them as they are. */
export function applyToRemedies(
  remedies: readonly OwedRemedy[],
  { at, data }: TicketEvent,
): readonly OwedRemedy[] {
  if (!isOfRemedy(data)) return remedies
  if (data.type === 'remedy_owed') {
    assert(data.number === remedies.length + 1, `Remedy ${data.number} is out of sequence`)
    const { type: _, ...owed } = data
    return [...remedies, { ...owed, state: 'owed' }]
  }
  assert(remedies[data.number - 1], `There is no remedy ${data.number}`)
  return remedies.map((remedy) => (remedy.number === data.number ? changed(remedy, data, at) : remedy))
}

function isOfRemedy(data: EventData): data is RemedyData {
  return data.type.startsWith('remedy_')
}

function changed(
  remedy: OwedRemedy,
  data: Exclude<RemedyData, { type: 'remedy_owed' }>,
  at: Date,
): OwedRemedy {
  switch (data.type) {
    case 'remedy_claimable':
      return { ...remedy, claimBy: data.claimBy }
    case 'remedy_chosen':
      return { ...remedy, state: 'chosen', chosen: { offer: data.offer, at } }
    case 'remedy_settled': {
      const { amount, days } = data
      return { ...remedy, state: 'settled', settled: { at, ...present({ amount, days }) } }
    }
    case 'remedy_waived':
      return { ...remedy, state: 'waived', waived: { at, exclusion: data.exclusion } }
    case 'remedy_disputed':
      return { ...remedy, state: 'disputed', disputedAt: at }
    case 'remedy_expired':
      return { ...remedy, state: 'expired', expiredAt: remedy.claimBy ?? at }
  }
}
