import type { CommitmentDocument } from '@camket/contracts'
import { CalendarError } from '@camket/core/calendar'
import type { Commitment, Pledge } from '@camket/core/commitment'
import { describeMoney } from '@camket/core/describe-money'
import { describeOwed } from '@camket/core/describe-owed'
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
  const owed = delays.map(({ days, owed: each }) =>
    words.example.delay(days, choiceOf(each, remedy?.choice ?? [], told)),
  )
  return {
    lines: second ? [first, second] : [first],
    ...(owed.length > 0 && { delays: `${owed.join('; ')}${factsIn(facts, currency, told)}.` }),
  }
}

function lineOf({ startedAt, dueAt }: ExampleRun, say: (at: string) => string, after: string, told: Told) {
  const { locale, timeZone, now } = told
  const text = say(longWhen(startedAt.toISOString(), locale, timeZone, now))
  return {
    text: `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`,
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

function choiceOf(
  each: readonly Owed[],
  offers: NonNullable<Pledge['remedy']>['choice'],
  told: Told,
): string {
  const { locale, words } = told
  const texts = each.map((owed, index) => {
    const offered = offers.length > 1 ? offers.slice(index, index + 1) : (owed.goods.slice(0, 1) ?? [])
    return describeOwed({ amount: owed.amount, days: owed.days, offers: offered }, locale)
  })
  const told_ = [...new Set(texts.filter((text) => text !== ''))]
  return told_.length === 0 ? words.example.nothingYet : listOf(told_, 'or', locale)
}

function factsIn(facts: Facts, currency: string, { locale, words }: Told): string {
  const told = Object.entries(words.example.facts).flatMap(([fact, say]) => {
    const amount = facts[fact]
    return amount === undefined ? [] : [say(describeMoney({ amount, currency }, locale))]
  })
  return told.length === 0 ? '' : words.example.with(listOf(told, 'and', locale))
}
