import { milestones, recordOutcomes, recordWindowsDays, remedyStates } from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { money } from './money.ts'

const day = z.iso.date()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Query of `GET …/record`: how many days, today the last of them. */
export const recordQuery = z.strictObject({
  days: z.coerce
    .number()
    .pipe(z.literal([...recordWindowsDays]))
    .default(90),
})
export type RecordQuery = { days?: (typeof recordWindowsDays)[number] }

const figures = z.object({
  /** `kept` and `missed` together; what was excluded never fell due. */
  due: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  /** Not done by its deadline, whether or not it was done since. */
  missed: z.int().nonnegative(),
  /** Of the missed ones, those done since. */
  late: z.int().nonnegative(),
  excluded: z.int().nonnegative(),
  /** `kept` of `due`, 0 to 1, to four places; null when nothing fell due. */
  keptRate: z.number().min(0).max(1).nullable(),
  /**
   * Half of what fell due was done within so many minutes, as the pledge counts them; null: fewer than half ever were.
   * Null too of several pledges together, of which some count working time and some real time.
   */
  medianMinutes: z.int().positive().nullable(),
  /** The same of nine in ten. */
  p90Minutes: z.int().positive().nullable(),
  remedies: z.object({
    owed: z.int().nonnegative(),
    settled: z.int().nonnegative(),
    waived: z.int().nonnegative(),
    expired: z.int().nonnegative(),
    /** The worth of what was settled. What is still owed may grow, so it is only counted. */
    amounts: z.array(money),
  }),
})

/** Null: something fell due, but less than `hiddenUnder`. */
const figuresShown = figures.nullable()

/** What was promised for requests together, and how remedies that were owed for it were settled in time. */
const totals = { total: figuresShown, settlements: figuresShown }

const group = z.object({
  pledge: z.string(),
  /** `remedy_settled`: the settling of what the pledge's misses owed. */
  milestone: z.enum(milestones),
  figures: figuresShown,
})

/** `GET …/record` and `/{merchant}/record.json`. */
export const recordView = z.object({
  merchant: z.string(),
  merchantName: z.string(),
  /** Whose clocks tell what today is. */
  timeZone: z.string(),
  days: z.literal([...recordWindowsDays]),
  /** Local days, both among them. */
  from: day,
  to: day,
  hiddenUnder: z.int(),
  ...totals,
  /** Each pledge of which something was decided in the last 365 days, by its name. */
  pledges: z.array(group),
  /** The last twelve, oldest first, whatever `days` is; this one until today. */
  months: z.array(z.object({ month, ...totals, pledges: z.array(group) })),
})
export type RecordView = z.infer<typeof recordView>
export type RecordFiguresView = z.infer<typeof figures>

/** Query of `GET …/record/events`: this month unless another is named. */
export const recordEventsQuery = z.strictObject({
  month: month.optional(),
  cursor: z.string().max(limits.record_cursor_chars_max).optional(),
})
export type RecordEventsQuery = z.input<typeof recordEventsQuery>

/** A deadline that was decided. Null where naming the pledge would tell of a group that is hidden. */
export const recordEvent = z.object({
  /** Random; it leads to no request. */
  handle: z.string(),
  day,
  pledge: z.string().nullable(),
  milestone: z.enum(milestones).nullable(),
  outcome: z.enum(recordOutcomes),
  /** Done within so many minutes, rounded up by at most a tenth. */
  minutes: z.int().positive().nullable(),
  remedy: z.object({ state: z.enum(remedyStates), amount: money.nullable() }).nullable(),
})
export type RecordEventView = z.infer<typeof recordEvent>

/** `GET …/record/events`: by day, and within a day in no order that says anything. */
export const recordEvents = z.object({
  month,
  events: z.array(recordEvent),
  /** Absent on the last page. */
  nextCursor: z.string().optional(),
})
export type RecordEvents = z.infer<typeof recordEvents>
