import type { FileTicketInput } from '@camket/contracts'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterEach, describe, expect, test } from 'vitest'
import type { RequestForm } from '../request-form/request-form.ts'
import { find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { answerWith, preview, receipt, refuseWith, sessionOf } from '../testing/sample.ts'
import { deriveInSlices } from './derive-in-slices.ts'
import { prove } from './prove.ts'

const secrets = { hmacSignatureSecret: 'signature', hmacKeySignatureSecret: 'key' }

/** As the server makes them, easier. */
async function challengeOf(counter: number, cost = 200) {
  const algorithm = 'PBKDF2/SHA-256'
  const { parameters, signature = '' } = await createChallenge({
    algorithm,
    cost,
    counter,
    deriveKey,
    ...secrets,
  })
  type Challenge = Parameters<typeof prove>[0]['challenge']
  return { type: 'proof_of_work', challenge: { parameters, signature } as Challenge } as const
}

/** As the server looks at it. */
async function isProven(header: string): Promise<boolean> {
  const [scheme, base64 = ''] = header.split(' ')
  expect(scheme).toBe('pow')
  const { challenge, solution } = JSON.parse(atob(base64))
  return (await verifySolution({ challenge, solution, deriveKey, ...secrets })).verified
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('a proof of work', () => {
  test('is one that the server takes', async () => {
    const header = await prove(await challengeOf(23))
    expect(await isProven(header)).toBe(true)
    const { challenge, solution } = JSON.parse(atob(header.slice(4)))
    const wrong = {
      ...solution,
      derivedKey: solution.derivedKey.replace(/.$/, (last: string) => (last === '0' ? '1' : '0')),
    }
    expect((await verifySolution({ challenge, solution: wrong, deriveKey, ...secrets })).verified).toBe(false)
  })

  test('is the same where WebCrypto is missing, with turns for the page between', async () => {
    let turns = 0
    const tick = setInterval(() => turns++)
    const header = await prove(await challengeOf(40, 2_000), deriveInSlices)
    clearInterval(tick)
    expect(await isProven(header)).toBe(true)
    expect(turns).toBeGreaterThan(2)
  })
})

describe('a request that is only taken with a proof', () => {
  async function file(isRefusedToTheEnd: boolean, locale: 'vi' | 'en') {
    const filings: { key: string | null; proof: string | null; body: FileTicketInput }[] = []
    const session = await sessionOf(async (request) => {
      if (request.url.endsWith('/deadlines')) return answerWith(preview)
      const proof = request.headers.get('X-Camket-Proof')
      filings.push({ key: request.headers.get('Idempotency-Key'), proof, body: await request.json() })
      const isTaken = proof !== null && !isRefusedToTheEnd && (await isProven(proof))
      return isTaken
        ? answerWith(receipt, 201)
        : refuseWith('challenge_needed', 403, { challenge: await challengeOf(5) })
    }, locale)
    const form = await mount<RequestForm>('camket-request-form', { session, kind: 'support' })
    type(form, '#message', 'Ngăn đá không đông')
    type(form, '#name', 'Đào')
    type(form, '#phone', '0912 345 678')
    await settled(form)
    return { form, session, filings }
  }

  test.each([
    ['vi', 'tự chứng minh'],
    ['en', 'is proving'],
  ] as const)('is sent again with it, under the same key, and says so in %s', async (locale, words) => {
    const { form, session, filings } = await file(false, locale)
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await received
    expect(session.said.join()).toContain(words)
    expect(filings.map(({ proof }) => proof !== null)).toEqual([false, true])
    expect(filings[1]).toMatchObject({ key: filings[0]?.key, body: filings[0]?.body })
  })

  test('is kept, with what to do next, when no proof is taken', async () => {
    const { form } = await file(true, 'vi')
    find(form, '.btn.primary').click()
    await expect
      .poll(() => form.shadowRoot?.querySelector('.failed')?.textContent)
      .toContain('gửi lại sau một phút')
    expect(find<HTMLTextAreaElement>(form, '#message').value).toBe('Ngăn đá không đông')
    expect(await violations()).toEqual([])
  })
})
