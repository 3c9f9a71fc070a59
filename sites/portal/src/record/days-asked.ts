import { type RecordWindowDays, recordWindowsDays } from '@camket/core/record-window'

/** The window that an address asks for: 90 days unless it names another that there is. */
export function daysAsked(query: URLSearchParams): RecordWindowDays {
  return recordWindowsDays.find((days) => String(days) === query.get('days')) ?? 90
}
