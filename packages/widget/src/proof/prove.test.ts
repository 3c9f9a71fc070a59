import type { ChallengeView, FileTicketInput } from '@camket/contracts'
import { prove as work } from '@camket/contracts/prove'
import type { Locale } from '@camket/core/vocabulary'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RequestForm } from '../request-form/request-form.ts'
import { submit } from '../sdk.ts'
import { button, find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { answerWith, preview, receipt, refuseWith, sessionOf } from '../testing/sample.ts'

const secrets = { hmacSignatureSecret: 'signature', hmacKeySignatureSecret: 'key' }
const passed = (pass: string) => ({ pass, url: `https://camket.example/minh-an/confirm?pass=${pass}` })

/** As the server makes them, easier. */
async function workOf(counter: number, pass = 'p1') {
  const algorithm = 'PBKDF2/SHA-256'
  const given = { algorithm, cost: 200, counter, deriveKey, ...secrets }
  const { parameters, signature = '' } = await createChallenge(given)
  type Challenge = Parameters<typeof work>[0]['challenge']
  return {
    type: 'proof_of_work',
    challenge: { parameters, signature } as Challenge,
    ...passed(pass),
  } as const
}

const turnstileOf = (pass: string): ChallengeView => ({ type: 'turnstile', siteKey: '0x4A', ...passed(pass) })

/** As the server looks at it. */
async function isProven(header: string): Promise<boolean> {
  const [scheme, base64 = ''] = header.split(' ')
  expect(scheme).toBe('pow')
  const { challenge, solution } = JSON.parse(atob(base64))
  return (await verifySolution({ challenge, solution, deriveKey, ...secrets })).verified
}

type Filing = { readonly key: string | null; readonly proof: string | null; readonly body: FileTicketInput }

/** A server that takes a request once `isTaken` says so of its proof, and asks for `challenge` before. */
async function server(
  isTaken: (proof: string) => boolean | Promise<boolean>,
  challenge: (proof: string | null) => ChallengeView | Promise<ChallengeView>,
  locale: Locale = 'vi',
) {
  const filings: Filing[] = []
  const session = await sessionOf(async (request) => {
    if (request.url.endsWith('/deadlines')) return answerWith(preview)
    const proof = request.headers.get('X-Camket-Proof')
    filings.push({ key: request.headers.get('Idempotency-Key'), proof, body: await request.json() })
    return proof !== null && (await isTaken(proof))
      ? answerWith(receipt, 201)
      : refuseWith('challenge_needed', 403, { challenge: await challenge(proof) })
  }, locale)
  return { session, filings, proofs: () => filings.map(({ proof }) => proof) }
}

async function write(session: Awaited<ReturnType<typeof sessionOf>>): Promise<RequestForm> {
  const form = await mount<RequestForm>('camket-request-form', { session, kind: 'support' })
  type(form, '#message', 'Ngăn đá không đông')
  type(form, '#name', 'Đào')
  type(form, '#phone', '0912 345 678')
  await settled(form)
  return form
}

const send = (form: RequestForm) => find(form, '.btn.primary').click()
const linkIn = async (form: RequestForm) => {
  await expect.poll(() => form.shadowRoot?.querySelector('.notice a')).toBeTruthy()
  return find<HTMLAnchorElement>(form, '.notice a')
}
const noticeIn = (form: RequestForm) => find(form, '.notice').textContent?.replace(/\s+/g, ' ').trim()

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  localStorage.clear()
})

test('a proof of work is one that the server takes', async () => {
  const header = await work(await workOf(23))
  expect(await isProven(header)).toBe(true)
  const { challenge, solution } = JSON.parse(atob(header.slice(4)))
  const wrong = {
    ...solution,
    derivedKey: solution.derivedKey.replace(/.$/, (last: string) => (last === '0' ? '1' : '0')),
  }
  expect((await verifySolution({ challenge, solution: wrong, deriveKey, ...secrets })).verified).toBe(false)
})

describe('a request that is only taken with a proof of work', () => {
  test.each([
    ['vi', 'tự chứng minh'],
    ['en', 'is proving'],
  ] as const)('is sent again with it, under the same key, and says so in %s', async (locale, words) => {
    const { session, filings, proofs } = await server(isProven, () => workOf(5), locale)
    const form = await write(session)
    const received = next(form, 'received')
    send(form)
    await received
    expect(session.said.join()).toContain(words)
    expect(proofs().map((proof) => proof !== null)).toEqual([false, true])
    expect(filings[1]).toMatchObject({ key: filings[0]?.key, body: filings[0]?.body })
  })

  test('is kept, with what to do next, when no proof is taken', async () => {
    const { session, filings } = await server(
      () => false,
      () => workOf(5),
    )
    const form = await write(session)
    send(form)
    await expect
      .poll(() => form.shadowRoot?.querySelector('.failed')?.textContent)
      .toContain('gửi lại sau một phút')
    expect(filings).toHaveLength(4)
    expect(find<HTMLTextAreaElement>(form, '#message').value).toBe('Ngăn đá không đông')
    expect(await violations()).toEqual([])
  })
})

describe('a request that the customer has to confirm', () => {
  const pages = [
    ['vi', 'không do phần mềm gửi', 'Mở trang xác nhận (mở ở thẻ mới)', 'Tôi đã xác nhận'],
    ['en', 'no program sent this', 'Open the page that confirms (opens in a new tab)', 'I have confirmed'],
  ] as const
  test.each(pages)('says why and links to the page in %s', async (locale, why, link, done) => {
    const { session, proofs } = await server(
      () => false,
      () => turnstileOf('p1'),
      locale,
    )
    const form = await write(session)
    send(form)
    const { href, target, rel, textContent } = await linkIn(form)
    expect({ href, target, rel, textContent }).toEqual({
      href: passed('p1').url,
      target: '_blank',
      rel: 'noopener',
      textContent: link,
    })
    expect(session.said.at(-1)).toContain(why)
    expect(noticeIn(form)).toContain(why)
    button(form, done)
    expect(await violations()).toEqual([])
    expect(proofs()).toEqual([null])
  })

  test('is sent by itself when its page is looked at again, and is then received', async () => {
    let isConfirmed = false
    const { session, filings, proofs } = await server(
      (proof) => isConfirmed && proof === 'pass p1',
      () => turnstileOf('p1'),
    )
    const form = await write(session)
    const received = next(form, 'received')
    send(form)
    await linkIn(form)
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await settled(form)
    expect(proofs()).toEqual([null])
    isConfirmed = true
    seen.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await received
    expect(proofs()).toEqual([null, 'pass p1'])
    expect(filings[1]).toMatchObject({ key: filings[0]?.key, body: filings[0]?.body })
    expect(localStorage.getItem('camket:minh-an:pass')).toBeNull()
  })

  test('that was not confirmed yet says so and keeps its link; a press of the button sends it', async () => {
    let isConfirmed = false
    const { session, proofs } = await server(
      () => isConfirmed,
      () => turnstileOf('p1'),
    )
    const form = await write(session)
    const received = next(form, 'received')
    send(form)
    const { href } = await linkIn(form)
    dispatchEvent(new Event('focus'))
    await expect.poll(() => noticeIn(form)).toContain('Chưa thấy xác nhận')
    expect((await linkIn(form)).href).toBe(href)
    isConfirmed = true
    button(form, 'Tôi đã xác nhận').click()
    await received
    expect(proofs()).toEqual([null, 'pass p1', 'pass p1'])
  })

  test('too late is asked for anew, at another address', async () => {
    const { session } = await server(
      () => false,
      (proof) => turnstileOf(proof === null ? 'p1' : 'p2'),
    )
    const form = await write(session)
    send(form)
    await linkIn(form)
    button(form, 'Tôi đã xác nhận').click()
    await expect.poll(async () => (await linkIn(form)).href).toBe(passed('p2').url)
    expect(noticeIn(form)).toContain('không do phần mềm gửi')
  })

  test('is not asked for again where it was confirmed while the page was loaded anew', async () => {
    let isConfirmed = false
    const { session, filings, proofs } = await server(
      (proof) => isConfirmed && proof === 'pass p1',
      () => turnstileOf(isConfirmed ? 'p2' : 'p1'),
    )
    const first = await write(session)
    send(first)
    await linkIn(first)
    document.body.replaceChildren()
    isConfirmed = true
    const form = document.createElement('camket-request-form') as RequestForm
    const received = next(form, 'received')
    Object.assign(form, { session, kind: 'support' })
    document.body.append(form)
    await received
    expect(proofs()).toEqual([null, null, 'pass p1'])
    expect(new Set(filings.map(({ key }) => key)).size).toBe(1)
  })

  test('is not sent once its form has gone', async () => {
    const { session, proofs } = await server(
      () => true,
      () => turnstileOf('p1'),
    )
    const form = await write(session)
    send(form)
    await linkIn(form)
    document.body.replaceChildren()
    dispatchEvent(new Event('focus'))
    await settled(form)
    expect(proofs()).toEqual([null])
  })

  test('is also one that is to be worked for on a page without WebCrypto', async () => {
    const challenge = await workOf(5)
    const { session, proofs } = await server(
      (proof) => proof === 'pass p1',
      () => challenge,
    )
    vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as unknown as SubtleCrypto)
    const form = await write(session)
    const received = next(form, 'received')
    send(form)
    expect((await linkIn(form)).href).toBe(passed('p1').url)
    dispatchEvent(new Event('focus'))
    await received
    expect(proofs()).toEqual([null, 'pass p1'])
  })

  test('of a page’s own script is refused, with the address where it can be confirmed', async () => {
    const { session } = await server(
      () => false,
      () => turnstileOf('p1'),
    )
    const request = { kind: 'support', message: 'Máy kêu', customer: { name: 'Đào', phone: '0912345678' } }
    const refused = await submit(session, request as Parameters<typeof submit>[1]).catch((error) => error)
    expect(refused).toMatchObject({
      code: 'challenge_needed',
      problem: { challenge: { url: passed('p1').url } },
    })
  })
})
