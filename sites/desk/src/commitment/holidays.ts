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

/** A country's public holidays of a year, a row for each day: several days of one feast are several rows. */
export async function publicHolidays(country: string, year: number, locale: Locale): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country, { languages: [locale, 'en'], types: ['public'] })
  return calendar.getHolidays(year).flatMap(({ date, start, end, name }) => {
    const first = date.slice(0, 10)
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMillis))
    return Array.from({ length: days }, (_, index) => ({
      date: new Date(Date.parse(`${first}T00:00:00Z`) + index * dayMillis).toISOString().slice(0, 10),
      name,
    }))
  })
}
