import type { Locale } from '@camket/core/vocabulary'

export type Holiday = { readonly date: string; readonly name: string }

const dayMillis = 86_400_000

/** All countries by their code, named in the reader's language. Loaded only when somebody asks for holidays. */
export async function countries(locale: Locale): Promise<(readonly [code: string, name: string])[]> {
  const { default: Holidays } = await import('date-holidays')
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return Object.keys(new Holidays().getCountries())
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, locale))
}

/** A country's public holidays of a year, a row for each day. */
export async function publicHolidays(country: string, year: number, locale: Locale): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country, { languages: [locale, 'en'], types: ['public'] })
  const days = new Map<string, string>()
  for (const { date, start, end, name } of calendar.getHolidays(year)) {
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMillis))
    for (let index = 0; index < length; index++) {
      const day = new Date(first + index * dayMillis).toISOString().slice(0, 10)
      const known = days.get(day)
      days.set(day, known === undefined ? name : `${known} · ${name}`)
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1))
}
