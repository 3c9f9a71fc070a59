import { describe, expect, it } from 'vitest'
import { redirectToHttps, withStrictTransport } from './https-only.ts'

const link = '//camket.example/minh-an/requests/CK-1?key=abc'

describe('where Camket is public under https', () => {
  const publicUrl = 'https://camket.example'

  it('whoever comes without is sent there, with the same method and address, and nobody keeps that', () => {
    const answer = redirectToHttps({ url: `http:${link}` }, publicUrl)
    expect(answer?.status).toBe(308)
    expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
      location: `https:${link}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    expect(redirectToHttps({ url: `https:${link}` }, publicUrl)).toBeUndefined()
  })

  it('browsers are told to come no other way, and the answer is else the same', async () => {
    const answer = new Response('a', { status: 404 })
    answer.headers.append('Set-Cookie', 'a=1')
    answer.headers.append('Set-Cookie', 'b=2')
    const strict = withStrictTransport(answer, publicUrl)
    expect(strict.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    expect([strict.status, strict.headers.getSetCookie(), await strict.text()]).toEqual([
      404,
      ['a=1', 'b=2'],
      'a',
    ])
    // One that came from elsewhere, whose headers are not to be changed.
    expect(withStrictTransport(Response.redirect('https://a.example/'), publicUrl).status).toBe(302)
  })
})

describe('on a developer’s machine', () => {
  it('http stays as it is', () => {
    const publicUrl = 'http://localhost:8787'
    expect(redirectToHttps({ url: `http:${link}` }, publicUrl)).toBeUndefined()
    const headers = withStrictTransport(new Response('a'), publicUrl).headers
    expect(headers.has('Strict-Transport-Security')).toBe(false)
  })
})
