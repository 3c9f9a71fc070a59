import type { CustomerRemedy, DeskRemedy, RemedyView } from '@camket/contracts'
import { actsIn, type Commitment, type Locale, type OwedRemedy, type TicketState } from '@camket/core'
import { present } from '@camket/core/present'
import type { PublicRows, WordRows } from './lookup-store.ts'
import { payeeHint } from './payee-hint.ts'
import type { PayeeRow } from './payee-store.ts'
import { remedyChoices } from './remedy-choices.ts'
import { remedyView } from './remedy-view.ts'

type At = { readonly now: Date; readonly locale: Locale }
type Shown = {
  readonly view: RemedyView
  readonly remedy: OwedRemedy
  readonly payee: PayeeRow | undefined
  readonly state: TicketState
  readonly telling: At & { readonly commitment: Commitment }
}

/** For anyone: what is owed and what became of it, nothing of whom it is paid to. */
export function publicRemedies(rows: PublicRows, at: At): RemedyView[] {
  return shown(rows, [], at).map(({ view }) => view)
}

/** For whoever holds the key: also what they may take, and where it goes, masked. */
export function customerRemedies(
  rows: PublicRows,
  { payees }: Pick<WordRows, 'payees'>,
  at: At,
): CustomerRemedy[] {
  return shown(rows, payees, at).map(({ view, remedy, payee, state, telling }) => ({
    ...view,
    choices: remedyChoices(remedy, state, telling),
    ...present({
      payee: payee?.payTo ? { way: payee.payTo.way, hint: payeeHint(payee.payTo) } : undefined,
      reference: payee?.reference ?? undefined,
    }),
    can: { choose: mayChoose(remedy, state, at.now), dispute: mayDispute(remedy, state) },
  }))
}

/** For staff; those who settle it (`mayPay`) see whom it is paid to. */
export function deskRemedies(
  rows: PublicRows,
  { payees }: Pick<WordRows, 'payees'>,
  { mayPay, ...at }: At & { readonly mayPay: boolean },
): DeskRemedy[] {
  return shown(rows, payees, at).map(({ view, remedy, payee, state, telling }) => ({
    ...view,
    choices: remedyChoices(remedy, state, telling),
    ...(mayPay && payeeOf(payee)),
  }))
}

/** What staff who pay are told of a payee. */
export function payeeOf(payee: Pick<PayeeRow, 'payTo' | 'reference'> | undefined) {
  return present({ payee: payee?.payTo ?? undefined, reference: payee?.reference ?? undefined })
}

function shown({ remedyRows, ticket, commitment }: PublicRows, payees: readonly PayeeRow[], at: At): Shown[] {
  const { state } = ticket
  return remedyRows.flatMap(({ id, number }) => {
    const remedy = state.remedies[number - 1]
    if (!remedy || !commitment) return []
    const telling = { ...at, commitment }
    const payee = payees.find(({ remedyId }) => remedyId === id)
    return [{ view: remedyView({ id, remedy }, state, telling), remedy, payee, state, telling }]
  })
}

function mayChoose({ state: stage, claimBy }: OwedRemedy, { ticket }: TicketState, now: Date): boolean {
  const isOpen = stage === 'owed' || stage === 'chosen'
  return isOpen && !(claimBy && now > claimBy) && actsIn(ticket.status).includes('choose_remedy')
}

function mayDispute({ state: stage }: OwedRemedy, { ticket }: TicketState): boolean {
  const isOver = stage === 'waived' || stage === 'settled'
  return isOver && actsIn(ticket.status).includes('dispute_remedy')
}
