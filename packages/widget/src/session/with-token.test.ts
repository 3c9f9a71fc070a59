import type { Result } from '@camket/contracts/client'
import { expect, test } from 'vitest'
import type { WidgetEventName } from '../public-api.ts'
import { refuseWith } from '../testing/sample.ts'
import { withToken } from './with-token.ts'

const expired = async (): Promise<Result<string>> => ({
  ok: false,
  problem: await refuseWith('token_expired', 401).json(),
})
const answered: Result<string> = { ok: true, value: 'yes', headers: new Headers() }

function around(token?: string | (() => string | Promise<string>)) {
  const told: WidgetEventName[] = []
  const known = { prefill: {}, attributes: {}, ...(token !== undefined && { identity: { token } }) }
  return {
    told,
    session: {
      known,
      emit: (name: WidgetEventName) => Boolean(told.push(name)),
      sdk: () => import('../later.ts'),
    },
  }
}

test('without an identity it is called without a token', async () => {
  const { session } = around()
  expect(await withToken(session, async (token) => (token === undefined ? answered : expired()))).toBe(
    answered,
  )
})

test('a token that has expired is asked for anew, once, and kept for the next call', async () => {
  let made = 0
  const { session, told } = around(async () => `token-${++made}`)
  const call = async (token: string | undefined) => (token === 'token-2' ? answered : expired())
  expect(await withToken(session, call)).toBe(answered)
  expect(await withToken(session, call)).toBe(answered)
  expect(made).toBe(2)
  expect(told).toEqual([])
})

test.each([
  ['one that is fetched', () => 'b'],
  ['a fixed one', 'a'],
] as const)('when no token is taken the page is told: %s', async (_, token) => {
  const { session, told } = around(token)
  expect((await withToken(session, expired)).ok).toBe(false)
  expect(told).toEqual(['token-expired'])
})

test('a token that cannot be fetched is as when no answer comes: it is tried again', async () => {
  const { session } = around(() => Promise.reject(new Error('the shop’s server is down')))
  expect(await withToken(session, async () => answered)).toMatchObject({ problem: { code: 'unreachable' } })
})
