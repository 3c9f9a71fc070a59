import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Mail } from './mail.ts'
import { openSender } from './sender.ts'

const mail: Mail = {
  messageId: '<out_1@camket.test>',
  kind: 'receipt',
  to: 'hoa@example.com',
  from: { name: 'Điện máy "Minh An"', email: 'no-reply@camket.example' },
  replyTo: { name: '', email: 'cskh@minh-an.example' },
  subject: 'Đã nhận yêu cầu',
  text: 'Chào quý khách',
  html: '<p>Chào quý khách</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
}

afterEach(() => vi.unstubAllGlobals())

describe('the mail sink of a developer’s machine', () => {
  const sink = { ...env, MAIL_SINK_URL: 'http://127.0.0.1:1/' }
  const answering = (status: number) => {
    const requests: Request[] = []
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      requests.push(new Request(url, init))
      return new Response(null, { status })
    })
    return requests
  }

  it('is posted the whole mail as JSON', async () => {
    const requests = answering(200)
    await openSender(sink)(mail)
    expect(await requests[0]?.json()).toEqual({
      ...mail,
      from: '"Điện máy \\"Minh An\\"" <no-reply@camket.example>',
      replyTo: 'cskh@minh-an.example',
    })
  })

  it('that does not answer 2xx has not taken it', async () => {
    answering(503)
    await expect(openSender(sink)(mail)).rejects.toThrow('503')
  })
})

describe('Cloudflare’s mail service', () => {
  it('takes the mail as we hand it over', async () => {
    await expect(openSender(env)(mail)).resolves.toBeUndefined()
  })

  it('gets no header that it would refuse, and our Message-ID under a name of its own', async () => {
    const sent: unknown[] = []
    const send = async (message: unknown) => {
      sent.push(message)
      return { messageId: 'theirs' }
    }
    await openSender({ ...env, EMAIL: { send } })(mail)
    expect(sent).toEqual([
      expect.objectContaining({
        to: mail.to,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Camket-Message-ID': '<out_1@camket.test>' },
      }),
    ])
  })

  it('that fails is a failure', async () => {
    const send = () => Promise.reject(new Error('E_RATE_LIMIT_EXCEEDED'))
    await expect(openSender({ ...env, EMAIL: { send } })(mail)).rejects.toThrow('E_RATE_LIMIT_EXCEEDED')
  })
})
