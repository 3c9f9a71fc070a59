import type { factsBody } from '@camket/contracts'
import { type Commitment, setFacts as decide, factNamesOf } from '@camket/core'
import type * as z from 'zod'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { By } from './staff-message.ts'

/**
 * Notes the numbers that pledges and remedies are computed with. Raises `invalid_body` for one that the ticket's
 * version of the commitment never asks for.
 */
export async function setFacts(
  context: Context,
  by: By,
  { code, facts }: z.output<typeof factsBody> & { readonly code: string },
): Promise<void> {
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: ({ state }, commitment) => {
      requireNames(Object.keys(facts), commitment)
      return decide(state, { facts, by: { type: 'staff', id: by.id } }, commitment, context.now)
    },
  })
}

function requireNames(names: readonly string[], commitment: Commitment): void {
  const known = factNamesOf(commitment)
  const errors = names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      pointer: `/facts/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'fact_unknown',
      message: `The commitment of this request computes with: ${known.join(', ')}.`,
    }))
  if (errors.length > 0) raise('invalid_body', 'Leave out what `errors` points at.', { errors })
}
