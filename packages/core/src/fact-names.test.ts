import { expect, it } from 'vitest'
import { exampleCommitment, lateReplyRemedy } from '../test/example-commitment.ts'
import type { Commitment, Pledge } from './commitment.ts'
import { factNamesOf } from './fact-names.ts'

const [first] = exampleCommitment.pledges
if (!first) throw new Error('The example has pledges')
const offer = { type: 'money', value: { amount: 250, currency: 'VND' } } as const

it('tells every number that the commitment computes with, each once', () => {
  const byDistance: Pledge = {
    ...first,
    missedWhen: { fact: 'failed_repairs', atLeast: 3 },
    remedy: {
      ...lateReplyRemedy,
      accrual: {
        type: 'tiers',
        by: { type: 'fact', fact: 'distance_km', bounds: 'to' },
        tiers: [{ from: 0, offer, reduced: { fact: 'late_hours', atMost: 2, percent: 50 } }],
      },
    },
  }
  const within: Pledge = { ...first, id: 'inside', missedWhen: { fact: 'failed_repairs', atLeast: 2 } }
  const commitment: Commitment = { ...exampleCommitment, pledges: [byDistance], internalPledges: [within] }
  expect(factNamesOf(exampleCommitment)).toEqual(['order_amount', 'item_amount', 'monthly_fee'])
  expect(factNamesOf(commitment)).toEqual([
    'order_amount',
    'item_amount',
    'monthly_fee',
    'failed_repairs',
    'distance_km',
    'late_hours',
  ])
})
