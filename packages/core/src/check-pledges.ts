import { CalendarError } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'
import { checkSpecificity } from './check-specificity.ts'
import type { Commitment, Pledge } from './commitment.ts'
import { type CommitmentProblem, within } from './commitment-problem.ts'
import { dueAt } from './due-at.ts'
import { checkDuration, fixedUnitMillis } from './duration.ts'

/** What keeps the pledges to customers from being published, but for what they owe. */
export function checkPledges(commitment: Commitment, at?: Date): CommitmentProblem[] {
  return [
    ...commitment.pledges.flatMap((pledge, index) =>
      within(`/pledges/${index}`, [...checkPledge(pledge, commitment, at), ...publicOnly(pledge)]),
    ),
    ...within('/pledges', checkSpecificity(commitment.pledges)),
  ]
}

const internalMilestones = ['next_reply', 'resolution']

/** The same of those between departments, which owe nothing and run from a hand-off. */
export function checkInternalPledges(commitment: Commitment, at?: Date): CommitmentProblem[] {
  const { pledges, internalPledges = [] } = commitment
  const publicIds = new Set(pledges.map(({ id }) => id))
  const problems = internalPledges.flatMap((pledge, index) =>
    within(`/internalPledges/${index}`, [
      ...checkPledge(pledge, commitment, at),
      ...internalOnly(pledge, publicIds),
    ]),
  )
  return [...problems, ...within('/internalPledges', checkSpecificity(internalPledges))]
}

function checkPledge(pledge: Pledge, commitment: Commitment, at?: Date): CommitmentProblem[] {
  return [
    ...timeProblems(pledge, commitment, at),
    ...warningProblems(pledge, commitment),
    ...exclusionProblems(pledge, commitment),
    ...conditionProblems(pledge),
  ]
}

function timeProblems({ within: duration, calendar: name }: Pledge, { calendars }: Commitment, at?: Date) {
  const problems: CommitmentProblem[] = within('/within', checkDuration(duration))
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined
  if (!calendar) {
    const names = Object.keys(calendars).join(', ')
    const message = `There is no calendar "${name}"; the document has: ${names || 'none'}.`
    return [...problems, { pointer: '/calendar', code: 'calendar_unknown', message }]
  }
  if (problems.length > 0) return problems
  if (duration.amount === 0 && fixedUnitMillis[duration.unit] !== undefined) {
    const message = 'Nothing can be done in no time, so every request would miss this; give it some.'
    return [{ pointer: '/within/amount', code: 'pledge_unmeetable', message }]
  }
  // What is wrong with the calendar itself is told where the calendar stands.
  return at && checkCalendar(calendar, at).length === 0 && isBeyond(() => dueAt(at, duration, calendar))
    ? [
        {
          pointer: '/within',
          code: 'pledge_unmeetable',
          message: `The calendar "${name}" has not that much open time ahead, so this would never be due; give it more opening hours, or promise a shorter time.`,
        },
      ]
    : []
}

function isBeyond(compute: () => Date): boolean {
  try {
    compute()
    return false
  } catch (error) {
    if (error instanceof CalendarError) return true
    throw error
  }
}

function warningProblems({ warnings = [] }: Pledge, { escalation }: Commitment): CommitmentProblem[] {
  return warnings.flatMap(({ atPercent, to }, index) => {
    const before = warnings[index - 1]
    const problems: CommitmentProblem[] = []
    if (!Number.isInteger(atPercent) || atPercent < 1 || atPercent > 99) {
      const message = 'Warn at a whole share of the time, from 1 to 99 percent.'
      problems.push({ pointer: `/warnings/${index}/atPercent`, code: 'warning_share_invalid', message })
    } else if (before && before.atPercent >= atPercent) {
      const message = `The warning before is at ${before.atPercent} percent; put them in the order in which they are given, each later than the one before.`
      problems.push({ pointer: `/warnings/${index}/atPercent`, code: 'warnings_out_of_order', message })
    }
    if (to === 'contact' && !escalation.some(({ email }) => email)) {
      const message =
        'No contact of the document has an e-mail address; give one under escalation, or warn the lead.'
      problems.push({ pointer: `/warnings/${index}/to`, code: 'contact_missing', message })
    }
    return problems
  })
}

function exclusionProblems({ exclusions = [] }: Pledge, commitment: Commitment): CommitmentProblem[] {
  const codes = commitment.exclusions.map(({ code }) => code)
  return exclusions.flatMap((cited, index) => {
    if (codes.includes(cited)) return []
    const message = `There is no exclusion "${cited}"; the document has: ${codes.join(', ') || 'none'}.`
    return [{ pointer: `/exclusions/${index}`, code: 'exclusion_unknown', message }]
  })
}

function conditionProblems({ missedWhen }: Pledge): CommitmentProblem[] {
  if (!missedWhen || (missedWhen.atLeast === undefined) !== (missedWhen.below === undefined)) return []
  const message = 'Say either from what number on it is missed (atLeast), or under which (below).'
  return [{ pointer: '/missedWhen', code: 'one_bound_needed', message }]
}

function publicOnly(pledge: Pledge): CommitmentProblem[] {
  if (pledge.milestone === 'remedy_settled') {
    const message =
      'What is owed is settled by the time that its own remedy states (payWithin); write it there.'
    return [{ pointer: '/milestone', code: 'pledge_unreachable', message }]
  }
  if (!pledge.for.departments) return []
  const message = 'Customers do not choose a department; say this in a pledge between departments.'
  return [{ pointer: '/for/departments', code: 'departments_internal_only', message }]
}

function internalOnly(pledge: Pledge, publicIds: ReadonlySet<string>): CommitmentProblem[] {
  const problems: CommitmentProblem[] = []
  if (!internalMilestones.includes(pledge.milestone)) {
    const message = `Between departments a clock can wait for: ${internalMilestones.join(', ')}.`
    problems.push({ pointer: '/milestone', code: 'milestone_not_internal', message })
  }
  if (pledge.remedy) {
    const message = 'Departments owe each other nothing; leave the remedy out.'
    problems.push({ pointer: '/remedy', code: 'remedy_not_internal', message })
  }
  if (publicIds.has(pledge.id)) {
    const message = `"${pledge.id}" is a pledge to customers already; give this one another id.`
    problems.push({ pointer: '/id', code: 'id_repeated', message })
  }
  return problems
}
