import { asOffers, type RemedyView } from '@camket/contracts'
import {
  type Commitment,
  describeOwedLine,
  isOpenRemedy,
  type Locale,
  type OwedRemedy,
  offersOf,
  owedAt,
  remedyStateAt,
  type TicketState,
} from '@camket/core'
import { present } from '@camket/core/present'

/** A remedy as it stands now, for anyone: what is owed and why, never whom it is paid to. */
export function remedyView(
  { id, remedy }: { readonly id: string; readonly remedy: OwedRemedy },
  state: TicketState,
  { commitment, now, locale }: { commitment: Commitment; now: Date; locale: Locale },
): RemedyView {
  const owed = owedAt(remedy, state, commitment, now)
  const stands = remedyStateAt(remedy, state, commitment, now)
  const settlement = state.deadlines.findLast(
    ({ remedyNumber, excluded }) => remedyNumber === remedy.number && !excluded,
  )
  return {
    id,
    pledge: remedy.pledge,
    state: stands,
    owedAt: remedy.owedAt.toISOString(),
    offers: asOffers(offersOf(remedy, state, commitment, now)),
    lines: owed.lines.map((line) => ({
      reason: line.reason,
      text: describeOwedLine(line, commitment.currency, locale),
      ...present({ amount: line.amount, days: line.days }),
    })),
    factsNeeded: [...owed.factsNeeded],
    grows: isOpenRemedy({ state: stands }) && owed.finalAt === undefined,
    overdue: isOpenRemedy({ state: stands }) && settlement !== undefined && now > settlement.dueAt,
    ...present({
      chosen: remedy.chosen?.offer,
      amount: owed.amount,
      atLeast: owed.atLeast,
      days: owed.days,
      claimBy: remedy.claimBy?.toISOString(),
      settleBy: settlement?.dueAt.toISOString(),
      settledAt: remedy.settled?.at.toISOString(),
      exclusion: remedy.waived?.exclusion,
    }),
  }
}
