import { type Form, formsOf, textOf } from '@camket/card/testing/read-card'
import type { CustomerTicket } from '@camket/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, send } from '../testing/call.ts'
import { act, said } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { owe, publishOwing } from '../testing/owe.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop. */
const filedAt = '2026-11-23T02:00:00.000Z'
const nextMorning = new Date('2026-11-24T02:00:00.000Z')

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await publishOwing('2026-10-02T00:00:00Z')
  await signStaffIn()
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

type Opened = { readonly code: string; readonly key: string }

async function asked({ code, key }: Opened, query: Record<string, string>): Promise<CustomerTicket> {
  const { value } = await call('getTicket', { at: { code }, key, query })
  if (!('messages' in value)) throw new Error('The key did not open it')
  return value
}

async function cardOf(opened: Opened, locale: 'vi' | 'en' = 'vi') {
  const { card } = await asked(opened, { card: 'true', locale })
  if (!card?.body) throw new Error('There is no card')
  return { ...card, body: card.body }
}

async function formOf(opened: Opened, part: string): Promise<Form> {
  const forms = formsOf((await cardOf(opened)).body)
  const form = forms.find((one) => one.act.endsWith(part))
  if (!form) throw new Error(`No form for ${part} among ${forms.map((one) => one.act)}`)
  return form
}

/** What is written into a control that asks for text. */
const written: Readonly<Record<string, string>> = {
  'payTo/bank': 'Vietcombank',
  'payTo/account': '0071 0009 8765 4321',
  'payTo/holder': 'NGUYEN THI DAO',
  'payTo/phone': '0912 345 678',
  'payTo/email': 'dao@k.example',
}

/** Fills a form in by the contract's words: everything that can be, of the fieldsets that of `way`. */
function bodyOf({ controls }: Form, way?: string): object {
  const body: Record<string, unknown> = {}
  for (const { tag, attributes } of controls) {
    const { name = '', value = '', within } = attributes
    if (within && within !== way) continue
    if (tag === 'option') {
      // The provider of a wallet; a reason is an object.
      if (within) Object.assign(body, { payTo: { ...Object(body.payTo), provider: value } })
      else if (value) Object.assign(body, JSON.parse(value))
    } else if (name.startsWith('_')) {
      if (tag === 'input' && (!way || attributes['data-way'] === way)) Object.assign(body, JSON.parse(value))
    } else if (tag !== 'select') {
      const [member = '', inner] = name.split('/')
      const text = written[name] ?? 'Lời của khách'
      body[member] = inner ? { ...Object(body[member]), [inner]: text } : text
    }
  }
  return body
}

/** Sends what a form says to where it says. */
async function say({ code, key }: Opened, { act: part }: Form, body: object): Promise<CustomerTicket> {
  const response = await send(
    new Request(`https://camket.test/api/v1/tickets/${code}/${part}?card=true&locale=en`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    }),
  )
  expect([response.ok, await response.clone().text()]).toEqual([true, expect.any(String)])
  return response.json()
}

describe('the card of a ticket', () => {
  it('is there where it is asked for, in the language asked for, and for nobody without the key', async () => {
    const opened = await fileRequest()
    expect(await asked(opened, {})).not.toHaveProperty('card')
    expect(textOf((await cardOf(opened)).body)).toContain('Mở trang đầy đủ')
    expect(textOf((await cardOf(opened, 'en')).body)).toContain('Open the full page')
    const open = await call('getTicket', { at: { code: opened.code }, query: { card: 'true' } })
    expect(open.value).not.toHaveProperty('card')
    const wrong = await call('getTicket', { at: { code: opened.code }, query: { card: 'x'.repeat(65) } })
    expect(wrong.problem.code).toBe('invalid_query')
  })

  it('is left out where the one at hand still holds, and is there again once it does not', async () => {
    const opened = await fileRequest()
    const { tag } = await cardOf(opened)
    expect(await asked(opened, { card: tag })).not.toHaveProperty('card')
    expect(await asked(opened, { card: tag, locale: 'en' })).toHaveProperty('card')
    await call('sendMessage', { at: { code: opened.code }, key: opened.key, body: { text: 'Thêm.' } })
    expect((await asked(opened, { card: tag })).card?.tag).not.toBe(tag)
  })

  it('is a line alone for a list', async () => {
    const { card } = await asked(await fileRequest(), { card: 'line', locale: 'en' })
    expect(card?.line && textOf(card.line)).toBe('Warranty · received · First reply by 14:30 today')
    expect(card).not.toHaveProperty('body')
  })

  it('leads to the whole page with the key that opened it', async () => {
    const { code, key } = await fileRequest()
    const { body } = await cardOf({ code, key })
    expect(body.values).toContain(`https://camket.test/minh-an/requests/${code}?key=${key}`)
  })

  it('takes a message and a withdrawal as its forms say them, and comes anew with the answer', async () => {
    const opened = await fileRequest()
    const message = await formOf(opened, 'messages')
    const answered = await say(opened, message, bodyOf(message))
    expect(answered.messages.at(-1)?.text).toBe('Lời của khách')
    expect(answered.card?.body && textOf(answered.card.body)).toContain('Lời của khách')
    const withdrawal = await formOf(opened, 'withdrawal')
    const ended = await say(opened, withdrawal, bodyOf(withdrawal))
    expect(ended.outcome).toBe('withdrawn')
    expect(ended.card?.body && formsOf(ended.card.body).map((form) => form.act)).not.toContain('withdrawal')
  })

  it('takes a rating as its form says it', async () => {
    const opened = await fileRequest()
    await act('resolveTicket', opened.code, { outcome: 'repaired', ...said })
    const rating = await formOf(opened, 'rating')
    const rated = await say(opened, rating, bodyOf(rating))
    expect(rated.rating).toMatchObject({
      level: 6,
      about: 'people',
      cause: 'knowledge',
      comment: 'Lời của khách',
    })
  })

  it.each(['bank', 'wallet', 'email', 'phone', 'shop'])(
    'takes a remedy by %s as its form says it',
    async (way) => {
      const owed = await owe()
      vi.setSystemTime(nextMorning)
      const choice = await formOf(owed, 'choice')
      const chosen = await say(owed, choice, bodyOf(choice, way))
      expect(chosen.remedies[0]).toMatchObject({ state: 'chosen', payee: { way } })
    },
  )

  it('takes what nobody has to be paid for', async () => {
    const owed = await owe()
    vi.setSystemTime(nextMorning)
    const choice = await formOf(owed, 'choice')
    const bare = choice.controls.filter(
      ({ attributes: { name, 'data-way': way } }) => name === '_take' && !way,
    )
    const chosen = await say(owed, choice, bodyOf({ ...choice, controls: bare }))
    expect(chosen.remedies[0]).toMatchObject({ state: 'chosen', chosen: 2 })
  })

  it('takes "I do not agree" as its form says it', async () => {
    const owed = await owe()
    vi.setSystemTime(nextMorning)
    await call('waiveRemedy', {
      at: { code: owed.code, id: owed.id },
      cookie: cookieOf('nhan.vien'),
      body: { exclusion: 'water-damage', evidence: [], text: 'Máy bị ngấm nước ạ' },
    })
    const dispute = await formOf(owed, 'dispute')
    const disputed = await say(owed, dispute, bodyOf(dispute))
    expect(disputed.remedies[0]?.state).toBe('disputed')
  })
})
