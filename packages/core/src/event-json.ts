import { assert } from './assert.ts'
import type { EndedPause, EventData } from './ticket-state.ts'

/** The same value as it travels and is stored: instants as RFC 3339 in UTC. */
export type AsJson<T> = T extends Date ? string : T extends object ? { [K in keyof T]: AsJson<T[K]> } : T

export type EventJson = AsJson<EventData>
export type PauseJson = AsJson<EndedPause>

type InstantsOf<T> = T extends object
  ? { [K in keyof T]-?: NonNullable<T[K]> extends Date ? K : never }[keyof T]
  : never

/** Every member of any event that is an instant; the compiler asks for it here when an event gains a new one. */
const instants: Record<InstantsOf<EventData>, true> = {
  startedAt: true,
  dueAt: true,
  pausedAt: true,
  owedAt: true,
  claimBy: true,
}

const instantNames = Object.keys(instants)

export function eventToJson(data: EventData): EventJson {
  const json = mapInstants(data, (value) => (value instanceof Date ? value.toISOString() : value))
  return (
    'pauses' in data && data.pauses ? { ...json, pauses: pausesToJson(data.pauses) } : json
  ) as EventJson
}

/** @throws {Error} when an instant can't be read: the log was written by something else. */
export function eventFromJson(json: EventJson): EventData {
  const data = mapInstants(json, readInstant)
  return (
    'pauses' in json && json.pauses ? { ...data, pauses: pausesFromJson(json.pauses) } : data
  ) as EventData
}

export function pausesToJson(pauses: readonly EndedPause[]): PauseJson[] {
  return pauses.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))
}

/** @throws {Error} when an instant can't be read. */
export function pausesFromJson(json: readonly PauseJson[]): EndedPause[] {
  return json.map(({ from, to }) => ({ from: readInstant(from), to: readInstant(to) }))
}

function mapInstants(members: object, map: (value: unknown) => unknown): object {
  const mapped: Record<string, unknown> = { ...members }
  // Few events have an instant, and none has many: whole histories are read with this.
  for (const name of instantNames) if (name in mapped) mapped[name] = map(mapped[name])
  return mapped
}

function readInstant(value: unknown): Date {
  assert(typeof value === 'string', 'An instant is stored as text')
  const instant = new Date(value)
  assert(!Number.isNaN(instant.getTime()), `"${value}" is no instant`)
  return instant
}
