import { env } from 'cloudflare:workers'
import type { ChallengeView, Problem } from '@camket/contracts'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scheduled } from '../scheduled.ts'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { setUp } from '../testing/set-up-embed.ts'
import { newIdentifySecret, signToken } from '../testing/sign-token.ts'
import { testContext } from '../testing/test-context.ts'

const at = { merchant: 'minh-an' }

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

beforeEach(() => setUp({ challenge: 'auto', turnstile: null }))

type More = NonNullable<Parameters<typeof call>[1]>
const file = ({ headers = {}, ...more }: More = {}, body: object = requestOf()) =>
  call('fileTicket', { at, body, idempotencyKey: crypto.randomUUID(), headers, ...more })
const withProof = (proof: string) => ({ headers: { 'X-Camket-Proof': proof } })

/** As a browser does: it looks for the number and sends back what was signed. */
async function solve(challenge: Partial<ChallengeView> | undefined): Promise<string> {
  if (challenge?.type !== 'proof_of_work' || !challenge.challenge) throw new Error('There is no work to do')
  const given = challenge.challenge
  const solution = await solveChallenge({ challenge: given, deriveKey })
  return `pow ${btoa(JSON.stringify({ challenge: given, solution }))}`
}

const challengeIn = ({ code, status, challenge }: Problem) => {
  expect([status, code]).toEqual([403, 'challenge_needed'])
  return challenge
}

describe('while a merchant is flooded', () => {
  it('a request is taken with a proof of work, once', async () => {
    const bindings = { LIMIT_TRAFFIC: env.LIMIT_TRAFFIC }
    const flood = { bindings }
    for (let count = 0; count < 60; count += 20) {
      await Promise.all(Array.from({ length: 20 }, () => file(flood, {})))
    }
    const refused = await file(flood)
    const proof = await solve(challengeIn(refused.problem))
    expect((await file({ ...flood, ...withProof(proof) })).status).toBe(201)
    challengeIn((await file({ ...flood, ...withProof(proof) })).problem)
    // Others are not hindered.
    const body = { ...requestOf({ kind: 'support' }) }
    expect(
      (await call('fileTicket', { at: { merchant: 'song-xanh' }, body, idempotencyKey: 'a', bindings }))
        .status,
    ).toBe(201)
  })
})

describe('a proof', () => {
  beforeEach(() => setUp({ challenge: 'always' }))
  const newProof = async () => solve((await call('getChallenge', { at })).value)

  it('is good for the merchant that asked for it alone', async () => {
    const elsewhere = await solve((await call('getChallenge', { at: { merchant: 'song-xanh' } })).value)
    challengeIn((await file(withProof(elsewhere))).problem)
    expect((await file(withProof(await newProof()))).status).toBe(201)
  })

  it.each<[string, (proof: string) => string]>([
    ['that is none', () => 'pow e30='],
    ['of another kind', (proof) => proof.replace('pow', 'turnstile')],
    [
      'made easier',
      (proof) =>
        changed(proof, (all) => ({
          ...all,
          challenge: { ...all.challenge, parameters: { ...all.challenge.parameters, cost: 1 } },
        })),
    ],
    [
      'that lasts longer',
      (proof) =>
        changed(proof, (all) => ({
          ...all,
          challenge: {
            ...all.challenge,
            parameters: { ...all.challenge.parameters, expiresAt: 9_999_999_999 },
          },
        })),
    ],
    [
      'without the work',
      (proof) => changed(proof, (all) => ({ ...all, solution: { counter: 1, derivedKey: '0'.repeat(64) } })),
    ],
    ['longer than any', () => `pow ${'A'.repeat(5_000)}`],
  ])('%s is worth nothing', async (_name, spoil) => {
    challengeIn((await file(withProof(spoil(await newProof())))).problem)
  })

  it('is asked for anew when it is over', async () => {
    const proof = changed(await newProof(), (all) => all)
    const { KEY_SECRET: secret } = env
    const past = new Date(Date.now() - 11 * 60_000)
    const { newChallenge } = await import('./challenge.ts')
    const old = await solve(await newChallenge({ secret, merchantId: 'mer_1', now: past }))
    challengeIn((await file(withProof(old))).problem)
    expect((await file(withProof(proof))).status).toBe(201)
  })

  it('of a request that was not taken is still good', async () => {
    const proof = await newProof()
    expect((await file(withProof(proof), { ...requestOf(), kind: 'suggestion' })).problem.code).toBe(
      'invalid_body',
    )
    expect((await file(withProof(proof))).status).toBe(201)
  })

  it('used for two at once lets one through', async () => {
    const proof = await newProof()
    const both = await Promise.all([file(withProof(proof)), file(withProof(proof))])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403])
  })

  it('is not needed again for the retry of a request that was taken', async () => {
    const sent = { at, body: requestOf(), idempotencyKey: crypto.randomUUID() }
    const first = await call('fileTicket', { ...sent, ...withProof(await newProof()) })
    const again = await call('fileTicket', sent)
    expect([again.status, again.value.code]).toEqual([201, first.value.code])
  })

  it('is forgotten once it would be over anyway', async () => {
    expect((await countRows()).used_proofs).toBeGreaterThan(0)
    const later = { scheduledTime: Date.now() + 11 * 60_000, cron: '* * * * *', noRetry: () => undefined }
    await scheduled(later, env)
    expect((await countRows()).used_proofs).toBe(0)
  })

  it('is not asked of staff, nor of a customer whom the merchant vouches for', async () => {
    const token = await signToken(await newIdentifySecret(), { sub: 'a', email: 'a@example.com' })
    expect((await file({ key: token })).status).toBe(201)
    const asStaff = { body: requestOf(), idempotencyKey: 'staff', cookie: cookieOf('nhan.vien') }
    expect((await call('fileTicketAsStaff', asStaff)).status).toBe(201)
  })

  it('is not asked of our own pages, which have no script; while flooded each visitor has fewer tries', async () => {
    expect((await file({ bindings: { FROM_PORTAL: true } })).status).toBe(201)
    const flooded = { FROM_PORTAL: true, LIMIT_TRAFFIC: { limit: async () => ({ success: false }) } } as const
    const headers = { 'CF-Connecting-IP': '198.51.100.20' }
    const answers = []
    for (let count = 0; count < 25; count++) answers.push(await file({ headers, bindings: flooded }))
    const refused = answers.find(({ status }) => status !== 201)
    expect(refused?.problem.code).toBe('rate_limited')
    expect(refused?.headers.get('Retry-After')).toBe('60')
    expect((await file({ headers: { 'CF-Connecting-IP': '198.51.100.21' }, bindings: flooded })).status).toBe(
      201,
    )
  })
})

describe('the trap of a form', () => {
  it('filled in asks for a proof and loses nothing; left empty it is not there', async () => {
    expect((await file({}, { ...requestOf(), website: '' })).status).toBe(201)
    const body = { ...requestOf(), website: 'https://spam.example' }
    const proof = await solve(challengeIn((await file({}, body)).problem))
    expect((await file(withProof(proof), body)).status).toBe(201)
  })

  it('asks nobody for anything where a merchant turned challenges off and nothing was trapped', async () => {
    await setUp({ challenge: 'never' })
    const flooded = { LIMIT_TRAFFIC: { limit: async () => ({ success: false }) } }
    expect((await file({ bindings: flooded })).status).toBe(201)
  })
})

describe('Turnstile', () => {
  beforeEach(() => setUp({ challenge: 'always', turnstile: { siteKey: '0x4A', secret: 'sealed-secret' } }))
  const answering = (answer: () => Promise<Response>) => {
    const asked: unknown[] = []
    const fetch = async (request: Request) => {
      asked.push([request.url, await request.json()])
      return answer()
    }
    return { asked, bindings: { OUTSIDE: { fetch } } }
  }

  it('is what a merchant who set it up has solved, and Cloudflare is asked', async () => {
    const expected = expect.objectContaining({ type: 'turnstile', siteKey: '0x4A' })
    expect((await call('getChallenge', { at })).value).toEqual(expected)
    expect(challengeIn((await file()).problem)).toEqual(expected)
    const { asked, bindings } = answering(async () => Response.json({ success: true }))
    const headers = { ...withProof('turnstile a-token').headers, 'CF-Connecting-IP': '198.51.100.30' }
    expect((await file({ headers, bindings })).status).toBe(201)
    expect(asked).toEqual([
      [
        'https://challenges.cloudflare.com/turnstile/v0/siteverify',
        { secret: 'sealed-secret', response: 'a-token', remoteip: '198.51.100.30' },
      ],
    ])
  })

  it('that says no is asked for again, and work does not do instead', async () => {
    const { bindings } = answering(async () => Response.json({ success: false }))
    const refused = await file({ ...withProof('turnstile bad'), bindings })
    expect(challengeIn(refused.problem)?.type).toBe('turnstile')
    await setUp({ turnstile: null })
    const proof = await solve((await call('getChallenge', { at })).value)
    await setUp({ turnstile: { siteKey: '0x4A', secret: 'sealed-secret' } })
    expect(challengeIn((await file(withProof(proof))).problem)?.type).toBe('turnstile')
  })

  it.each([
    ['cannot be reached', () => Promise.reject(new Error('Network connection lost.'))],
    ['answers nonsense', async () => new Response('<html>502', { status: 502 })],
  ])('that %s lets nobody through, but work does instead', async (_name, answer) => {
    const { bindings } = answering(answer)
    const refused = await file({ ...withProof('turnstile a-token'), bindings })
    const instead = challengeIn(refused.problem)
    expect(refused.problem.detail).toContain('could not be reached')
    expect((await file(withProof(await solve(instead)))).status).toBe(201)
  })
})

describe('a pass', () => {
  const turnstile = { siteKey: '0x4A', secret: 'sealed-secret' }
  beforeEach(() => setUp({ challenge: 'always', turnstile }))
  const good = { OUTSIDE: { fetch: async () => Response.json({ success: true }) } }
  const bad = { OUTSIDE: { fetch: async () => Response.json({ success: false }) } }
  const gone = { OUTSIDE: { fetch: async () => Promise.reject(new Error('Network connection lost.')) } }

  const given = async () => challengeIn((await file()).problem)?.pass ?? ''
  const solvePass = (pass: string, proof = 'turnstile a-token', bindings: More['bindings'] = good) =>
    call('solvePass', { at, body: { pass }, ...withProof(proof), bindings })
  const solved = async () => {
    const pass = await given()
    expect((await solvePass(pass)).status).toBe(204)
    return pass
  }
  const fileWith = (pass: string) => file(withProof(`pass ${pass}`))

  it('comes with every challenge, and a page of ours for it in the language of the request', async () => {
    const vi = challengeIn((await file()).problem)
    expect(vi?.url).toBe(`https://camket.test/minh-an/confirm?pass=${vi?.pass}`)
    const en = challengeIn((await file({}, requestOf({ locale: 'en' }))).problem)
    expect(en?.url).toBe(`https://camket.test/en/minh-an/confirm?pass=${en?.pass}`)
    expect(en?.pass).not.toBe(vi?.pass)
    const asked = await call('getChallenge', { at, query: { locale: 'en' } })
    expect(asked.value.url).toContain('/en/minh-an/confirm?pass=')
    await setUp({ turnstile: null })
    const work = challengeIn((await file()).problem)
    expect([work?.type, work?.url]).toEqual([
      'proof_of_work',
      `https://camket.test/minh-an/confirm?pass=${work?.pass}`,
    ])
  })

  it('that was confirmed lets one request through', async () => {
    const pass = await solved()
    expect((await fileWith(pass)).status).toBe(201)
    const again = challengeIn((await fileWith(pass)).problem)
    expect(again?.pass).not.toBe(pass)
  })

  it('that was not confirmed yet opens nothing, and stays the one to confirm', async () => {
    const pass = await given()
    const still = challengeIn((await fileWith(pass)).problem)
    expect(still?.pass).toBe(pass)
    expect(still?.url).toContain(pass)
    expect((await solvePass(pass)).status).toBe(204)
    expect((await fileWith(pass)).status).toBe(201)
  })

  it('is confirmed by work where the merchant has no Turnstile, with work that is good once', async () => {
    await setUp({ turnstile: null })
    const { value } = await call('getChallenge', { at })
    const proof = await solve(value)
    expect((await solvePass(value.pass, proof)).status).toBe(204)
    expect((await fileWith(value.pass)).status).toBe(201)
    const other = await given()
    expect(challengeIn((await solvePass(other, proof)).problem)?.pass).toBe(other)
    challengeIn((await file(withProof(proof))).problem)
  })

  it('confirmed twice is good once all the same, however late the second comes', async () => {
    const pass = await solved()
    expect((await solvePass(pass)).status).toBe(204)
    expect((await fileWith(pass)).status).toBe(201)
    expect((await solvePass(pass)).status).toBe(204)
    challengeIn((await fileWith(pass)).problem)
  })

  it('one proof confirms one of two at once', async () => {
    await setUp({ turnstile: null })
    const proof = await solve((await call('getChallenge', { at })).value)
    const passes = [await given(), await given()]
    const both = await Promise.all(passes.map((pass) => solvePass(pass, proof)))
    expect(both.map(({ status }) => status).sort()).toEqual([204, 403])
    const filed = await Promise.all(passes.map(fileWith))
    expect(filed.map(({ status }) => status).sort()).toEqual([201, 403])
  })

  it('used for two requests at once lets one through', async () => {
    const pass = await solved()
    const both = await Promise.all([fileWith(pass), fileWith(pass)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403])
  })

  it('of a request that was not taken is still good', async () => {
    const pass = await solved()
    const wrong = await file(withProof(`pass ${pass}`), { ...requestOf(), kind: 'suggestion' })
    expect(wrong.problem.code).toBe('invalid_body')
    expect((await fileWith(pass)).status).toBe(201)
  })

  it.each<[string, (pass: string) => string]>([
    ['that lasts longer', (pass) => pass.replace(/\.(\d+)\./, (_, at) => `.${Number(at) + 60}.`)],
    ['of another name', (pass) => `${pass.startsWith('A') ? 'B' : 'A'}${pass.slice(1)}`],
    ['with another signature', (pass) => `${pass.slice(0, 50)}${'A'.repeat(pass.length - 50)}`],
    ['without a signature', (pass) => pass.slice(0, pass.lastIndexOf('.'))],
    ['that never was one', () => 'e30='],
  ])('%s is worth nothing, and cannot be confirmed', async (_name, spoil) => {
    const pass = spoil(await solved())
    challengeIn((await fileWith(pass)).problem)
    expect((await solvePass(pass)).problem.code).toBe('pass_invalid')
  })

  it('of another merchant is worth nothing here, and cannot be confirmed here', async () => {
    const elsewhere = { at: { merchant: 'song-xanh' } }
    const { pass } = (await call('getChallenge', elsewhere)).value
    expect((await solvePass(pass)).problem.code).toBe('pass_invalid')
    const proof = await solve((await call('getChallenge', elsewhere)).value)
    const there = await call('solvePass', { ...elsewhere, body: { pass }, ...withProof(proof) })
    expect(there.status).toBe(204)
    challengeIn((await fileWith(pass)).problem)
  })

  it('is worth nothing when it is over', async () => {
    const pass = await solved()
    const waiting = await given()
    const later = { CLOCK_AHEAD_SECONDS: String(15 * 60 + 1) }
    const late = challengeIn((await file({ ...withProof(`pass ${pass}`), bindings: later })).problem)
    expect(late?.pass).not.toBe(pass)
    expect((await solvePass(waiting, 'turnstile a-token', { ...good, ...later })).problem.code).toBe(
      'pass_invalid',
    )
    expect((await fileWith(pass)).status).toBe(201)
  })

  it.each([
    ['nothing', ''],
    ['another pass', 'pass'],
    ['work, where the merchant wants Turnstile', 'pow'],
    ['what Turnstile does not know', 'turnstile bad'],
  ])('is not confirmed by %s', async (_name, how) => {
    const pass = await given()
    let proof = how
    if (how === 'pass') proof = `pass ${await solved()}`
    if (how === 'pow') {
      await setUp({ turnstile: null })
      proof = await solve((await call('getChallenge', { at })).value)
      await setUp({ turnstile })
    }
    const refused = challengeIn((await solvePass(pass, proof, bad)).problem)
    expect([refused?.type, refused?.pass]).toEqual(['turnstile', pass])
    challengeIn((await fileWith(pass)).problem)
  })

  it('is confirmed by work where Turnstile cannot be reached', async () => {
    const pass = await given()
    const refused = await solvePass(pass, 'turnstile a-token', gone)
    expect(refused.problem.detail).toContain('could not be reached')
    const instead = await solve(challengeIn(refused.problem))
    expect((await solvePass(pass, instead, gone)).status).toBe(204)
    expect((await fileWith(pass)).status).toBe(201)
  })

  it('leaves nothing behind once it is over', async () => {
    expect((await fileWith(await solved())).status).toBe(201)
    expect((await countRows()).used_proofs).toBeGreaterThan(0)
    const later = { scheduledTime: Date.now() + 16 * 60_000, cron: '* * * * *', noRetry: () => undefined }
    await scheduled(later, env)
    expect((await countRows()).used_proofs).toBe(0)
  })

  it('is not given out, nor confirmed, on a site that the merchant does not list', async () => {
    const headers = { Origin: 'https://elsewhere.example' }
    expect((await call('getChallenge', { at, headers })).problem.code).toBe('origin_not_allowed')
    const refused = await call('solvePass', { at, headers, body: { pass: await given() } })
    expect(refused.problem.code).toBe('origin_not_allowed')
  })
})

type Whole = {
  challenge: { parameters: Record<string, unknown>; signature: string }
  solution: { counter: number; derivedKey: string }
}

function changed(proof: string, change: (all: Whole) => Whole): string {
  return `pow ${btoa(JSON.stringify(change(JSON.parse(atob(proof.slice(4))) as Whole)))}`
}
