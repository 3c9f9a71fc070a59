import type { CommitmentDocument } from '@camket/contracts'
import { CalendarError } from '@camket/core/calendar'
import type { Commitment, Offer, Pledge } from '@camket/core/commitment'
import { describeDuration } from '@camket/core/describe-duration'
import { describeMoney } from '@camket/core/describe-money'
import { describeOffer } from '@camket/core/describe-offer'
import type { Duration } from '@camket/core/duration'
import { listOf } from '@camket/core/list-of'
import type { Owed } from '@camket/core/owed-at'
import type { Facts, Locale } from '@camket/core/vocabulary'
import { type ExampleRun, type WorkedExample, workedExample } from '@camket/core/worked-example'
import type { Strings } from '../strings/vi.ts'
import { longWhen, shortDay, todayIn } from '../words/when.ts'

/** A sentence that ends in an instant: "sent now (10:20 …), it is answered by" "14:20 today". */
type ExampleLine = {
  readonly text: string
  readonly by: { readonly at: string; readonly text: string }
  readonly after: string
}
export type Example = { readonly lines: readonly ExampleLine[]; readonly delays?: string }

type Told = {
  readonly locale: Locale
  readonly words: Strings
  readonly timeZone: string
  /** Absent for a version that does not hold yet: its example begins when it does. */
  readonly now: Date
  readonly isNow: boolean
}

/** The worked example of a pledge in words; none where its calendar is never open again. */
export function describeExample(
  pledge: CommitmentDocument['pledges'][number],
  document: CommitmentDocument,
  told: Told,
): Example | undefined {
  try {
    return inWords(
      workedExample(pledge as Pledge, document as Commitment, told.now),
      pledge as Pledge,
      document,
      told,
    )
  } catch (error) {
    if (error instanceof CalendarError) return undefined
    throw error
  }
}

function inWords(
  example: WorkedExample,
  { milestone, remedy }: Pledge,
  { currency }: CommitmentDocument,
  told: Told,
): Example {
  const { words, isNow, locale } = told
  const { overDayOff, delays, facts } = example
  const first = lineOf(example, words.example[isNow ? 'now' : 'later'][milestone], '', told)
  const second =
    overDayOff &&
    lineOf(
      overDayOff,
      words.example.later[milestone],
      words.example.dayOff(shortDay(`${overDayOff.dayOff}T00:00:00Z`, locale, 'UTC')),
      told,
    )
  const owed = delays.map(({ late, owed: each }) =>
    words.example.delay(describeDuration(daysOf(late), locale), choiceOf(each, remedy?.choice ?? [], told)),
  )
  return {
    lines: second ? [first, second] : [first],
    ...(owed.length > 0 && {
      delays: `${capitalized(owed.join('; '), locale)}${factsIn(facts, currency, told)}.`,
    }),
  }
}

function lineOf({ startedAt, dueAt }: ExampleRun, say: (at: string) => string, after: string, told: Told) {
  const { locale, timeZone, now } = told
  const text = say(longWhen(startedAt.toISOString(), locale, timeZone, now))
  return {
    text: capitalized(text, locale),
    by: { at: dueAt.toISOString(), text: soon(dueAt, told) },
    after,
  }
}

/** "14:20 hôm nay", "09:30 ngày mai", else the day by its name. */
function soon(at: Date, { locale, timeZone, now, words, isNow }: Told): string {
  const written = longWhen(at.toISOString(), locale, timeZone, now)
  const [time = ''] = written.split(' ')
  const day = todayIn(timeZone, at)
  if (!isNow) return written
  if (day === todayIn(timeZone, now)) return words.example.today(time)
  const tomorrow = new Date(Date.parse(`${todayIn(timeZone, now)}T00:00:00Z`) + 86_400_000)
  return day === tomorrow.toISOString().slice(0, 10) ? words.example.tomorrow(time) : written
}

/** Twenty-four hours of the clock are a day to whoever waits. */
function daysOf(late: Duration): Duration {
  return late.unit === 'hour' ? { amount: late.amount / 24, unit: 'calendar_day' } : late
}

type Offers = NonNullable<Pledge['remedy']>['choice']

function choiceOf(each: readonly Owed[], offers: Offers, told: Told): string {
  const texts = each
    .map((owed, index) => owedInWords(owed, offers[index], told))
    .filter((text) => text !== '')
  return texts.length === 0 ? told.words.example.nothingYet : listOf([...new Set(texts)], 'or', told.locale)
}

/** The sum as what it is given as, or the thing itself; and the days beside it. */
function owedInWords({ amount, days, goods }: Owed, offer: Offer | undefined, told: Told): string {
  const type = offer?.type === 'voucher' || offer?.type === 'credit' ? offer.type : 'money'
  const parts = [
    ...(amount ? [describeOffer({ type, value: amount }, told.locale)] : []),
    ...goods.map((one) => describeOffer(one, told.locale)),
    ...(days === undefined
      ? []
      : [told.words.example.moreDays(describeDuration({ amount: days, unit: 'calendar_day' }, told.locale))]),
  ]
  return parts.length === 0 ? '' : listOf(parts, 'and', told.locale)
}

const capitalized = (text: string, locale: Locale): string =>
  `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`

function factsIn(facts: Facts, currency: string, { locale, words }: Told): string {
  const told = Object.entries(words.example.facts).flatMap(([fact, say]) => {
    const amount = facts[fact]
    return amount === undefined ? [] : [say(describeMoney({ amount, currency }, locale))]
  })
  return told.length === 0 ? '' : words.example.with(listOf(told, 'and', locale))
}
