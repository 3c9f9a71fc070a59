import type { LatePenalty, Offer } from './commitment.ts'
import type { CommitmentProblem } from './commitment-problem.ts'
import { within } from './commitment-problem.ts'
import type { Money } from './vocabulary.ts'

/** Minor units. So many times that for 40,000 units, doubled for settling late, is still counted exactly. */
const amountMax = 100_000_000_000
const percentMax = 1_000

/** What is wrong with something that is offered, seen from where it stands. */
export function checkOffer(offer: Offer, currency: string): CommitmentProblem[] {
  switch (offer.type) {
    case 'money':
    case 'voucher':
    case 'credit':
      return within('/value', checkMoney(offer.value, currency))
    case 'percent_of':
      return checkPercent(offer.percent, percentMax)
    case 'greater_of':
      return [
        ...offer.offers.flatMap((rival, index) => within(`/offers/${index}`, checkOffer(rival, currency))),
        ...checkRivals(offer.offers),
      ]
    case 'service_days': {
      if (Number.isSafeInteger(offer.days) && offer.days > 0) return []
      const message = 'Write the days as a whole number above 0.'
      return [{ pointer: '/days', code: 'days_invalid', message }]
    }
    default:
      return []
  }
}

export function checkMoney(value: Money, currency: string): CommitmentProblem[] {
  const problems: CommitmentProblem[] = []
  if (value.currency !== currency) {
    const message = `The commitment is in ${currency}; write this amount in ${currency} too.`
    problems.push({ pointer: '/currency', code: 'currency_differs', message })
  }
  if (!Number.isSafeInteger(value.amount) || value.amount <= 0) {
    const message = 'Write the amount as a whole number of the smallest unit of the currency, above 0.'
    problems.push({ pointer: '/amount', code: 'amount_invalid', message })
  } else if (value.amount > amountMax) {
    const message = `An amount may be ${amountMax.toLocaleString('en')} of the smallest unit at the most; write less.`
    problems.push({ pointer: '/amount', code: 'amount_too_large', message })
  }
  return problems
}

/** Above 0 and with two decimals at the most; more than all of something can be promised, such as ten times a price. */
export function checkPercent(percent: number, max: number): CommitmentProblem[] {
  const hundredths = Math.round(percent * 100)
  const isExact = Math.abs(percent * 100 - hundredths) < 1e-6
  if (percent > 0 && percent <= max && isExact) return []
  const message = `Write the percentage as a number above 0 and up to ${max}, with two decimals at the most.`
  return [{ pointer: '/percent', code: 'percent_invalid', message }]
}

export function checkPenalty(penalty: LatePenalty | undefined, currency: string): CommitmentProblem[] {
  return penalty && penalty !== 'same_again' ? checkOffer(penalty, currency) : []
}

/** Only what is given in the same way can be compared: a voucher of more is not more than money of less. */
function checkRivals(offers: Extract<Offer, { type: 'greater_of' }>['offers']): CommitmentProblem[] {
  if (offers.length < 2) {
    const message = 'The greater of several needs at least two; offer the one by itself.'
    return [{ pointer: '/offers', code: 'offers_too_few', message }]
  }
  const ways = new Set(offers.map(({ type }) => (type === 'percent_of' ? 'money' : type)))
  if (ways.size === 1) return []
  const message =
    'Only what is given in the same way can be compared; let all of them be money (a percentage is), all vouchers or all credit.'
  return [{ pointer: '/offers', code: 'offers_not_comparable', message }]
}
