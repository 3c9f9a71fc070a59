import { randomUUID } from 'node:crypto'
import { expect, inject } from 'vitest'

/** What the tests know of Camket: its addresses, and a control address that lets time pass and power fail. */
export const { url, shopUrl, controlUrl, chromium: chromiumOptions } = inject('camket')

export type Mail = {
  kind: string
  to: string
  subject: string
  text: string
  html: string
  messageId: string
}
type Json = Record<string, unknown>

export const warranty = {
  kind: 'warranty',
  subject: 'Ngăn đá không đông, nước chảy ra sàn',
  message: 'Ngăn đá không đông từ tối qua.\nNhờ cửa hàng kiểm tra giúp: “Ệ ữ ợ ẵ đ Đ” — 🙏',
  locale: 'vi',
  channel: 'api',
  customer: { name: 'Nguyễn Thị Đào', email: 'dao@khach.example' },
  product: { name: 'Tủ lạnh', serial: 'AQ283-77120', purchasedOn: '2026-05-01' },
}

/** An address of its own for each caller, as the edge would report it. */
export const address = (number: number) => ({ 'CF-Connecting-IP': `10.0.${number >> 8}.${number & 255}` })

export function file(
  body: Json = warranty,
  { merchant = 'minh-an', key = randomUUID() as string, headers = {} as Record<string, string> } = {},
) {
  return fetch(`${url}/api/v1/merchants/${merchant}/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
    body: JSON.stringify(body),
  })
}

export type Receipt = {
  code: string
  key: string
  statusUrl: string
  filedAt: string
  deadlines: { pledge: string; milestone: string; dueAt: string; state: string; remedy?: { text: string } }[]
}

export async function filed(body: Json = warranty, options: { merchant?: string } = {}): Promise<Receipt> {
  const response = await file(body, options)
  expect(response.status, await response.clone().text()).toBe(201)
  return (await response.json()) as Receipt
}

/** What of a request's state the journeys look at. */
export type Status = {
  status: string
  department: string
  deadlines: { pledge: string; milestone: string; dueAt: string; state: string; missedAt?: string }[]
  remedies: { pledge: string; state: string; offers: { value?: { amount: number } }[] }[]
  timeline: { event: string; channel?: string }[]
  /** Only with the key. */
  messages: { from: string; text: string; attachments: { name: string; type: string }[] }[]
}

export async function status(code: string, key?: string): Promise<Status> {
  const response = await fetch(`${url}/api/v1/tickets/${code}`, {
    headers: key ? { Authorization: `Bearer ${key}` } : {},
  })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Status
}

/** Lets the cron run as if it were this instant. */
export async function tick(now: Date | string): Promise<void> {
  const response = await fetch(`${controlUrl}/tick`, { method: 'POST', body: JSON.stringify({ now }) })
  expect(response.ok, await response.text()).toBe(true)
}

/** From now on every request finds the clock at about this instant; without one, at the present. */
export async function setClock(now?: Date): Promise<void> {
  const aheadSeconds = now ? (now.getTime() - Date.now()) / 1000 : 0
  const response = await fetch(`${controlUrl}/clock`, {
    method: 'POST',
    body: JSON.stringify({ aheadSeconds }),
  })
  expect(response.ok, await response.text()).toBe(true)
}

/** From now on limits are so many times those of a deployment; the journeys' own are 1000 times those. */
export async function setLimits(factor: number): Promise<void> {
  const response = await fetch(`${controlUrl}/limits`, { method: 'POST', body: JSON.stringify({ factor }) })
  expect(response.ok, await response.text()).toBe(true)
}

export async function mailsTo(to: string, kind: string): Promise<Mail[]> {
  const mails = (await (await fetch(`${controlUrl}/mails`)).json()) as Mail[]
  return mails.filter((mail) => mail.to.includes(to) && mail.kind === kind)
}

/** Waits, within a bound, for a mail that the outbox sends beside the answer. */
export async function mailTo(to: string, kind: string): Promise<Mail> {
  const find = async () => (await mailsTo(to, kind)).at(-1)
  await expect.poll(find, { timeout: 15_000 }).toBeDefined()
  const mail = await find()
  if (!mail) throw new Error(`No ${kind} mail to ${to}`)
  return mail
}

/** Asks for a link and redeems it, as the desk does; the session's cookies. */
export async function signIn(email: string): Promise<string> {
  const before = (await mailsTo(email, 'sign_in')).length
  await deskFetch('/auth/sign-in-links', '', { method: 'POST', body: { email } })
  await expect
    .poll(async () => (await mailsTo(email, 'sign_in')).length, { timeout: 15_000 })
    .toBeGreaterThan(before)
  const token = /token=([^\s"&]+)/.exec((await mailTo(email, 'sign_in')).text)?.[1]
  const response = await deskFetch('/auth/session', '', { method: 'POST', body: { token } })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export function deskFetch(
  path: string,
  cookie: string,
  { method = 'GET', body }: { method?: string; body?: Json } = {},
) {
  return fetch(`${url}/api/v1/desk${path}`, {
    method,
    headers: {
      Cookie: cookie,
      Origin: url,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

/** A request that staff have resolved. */
export async function resolved(): Promise<{ code: string; key: string }> {
  const { code, key } = await filed()
  const cookie = await signIn('owner@minh-an.example')
  const { sequence } = (await (await deskFetch(`/tickets/${code}`, cookie)).json()) as { sequence: number }
  const body = { outcome: 'repaired', text: 'Đã sửa xong.', seenSequence: sequence }
  const response = await deskFetch(`/tickets/${code}/resolution`, cookie, { method: 'POST', body })
  expect(response.ok, await response.clone().text()).toBe(true)
  return { code, key }
}
