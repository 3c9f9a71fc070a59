import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { RemedyChoice } from './remedy-choice.ts'

const money = { amount: 100_000, currency: 'VND' }
const [sample] = ticket.remedies
if (!sample) throw new Error('The sample owes nothing')
const remedy = {
  ...sample,
  choices: [
    { offer: 0, text: '100.000 ₫', amount: money, ways: ['bank', 'wallet', 'shop'] as const },
    { offer: 1, text: 'phiếu mua hàng 150.000 ₫', ways: ['email', 'phone', 'shop'] as const },
    { offer: 2, text: 'lời xin lỗi', ways: [] },
  ].map((choice) => ({ ...choice, ways: [...choice.ways] })),
}

async function mountChoice(answer: Answer, locale: 'vi' | 'en' = 'vi') {
  const said: string[] = []
  const session = { ...(await sessionOf(answer, locale)), announce: (text: string) => void said.push(text) }
  const choice = await mount<RemedyChoice>('camket-remedy-choice', { session, request: kept, remedy })
  await settled(choice)
  return { choice, said }
}

/** As somebody does who moves through the buttons by keys. */
async function pick(choice: RemedyChoice, place: number): Promise<void> {
  const radio = choice.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]')[place]
  if (!radio) throw new Error(`There is no button ${place}`)
  radio.click()
  await settled(choice)
}

async function send(choice: RemedyChoice): Promise<void> {
  button(choice, 'Gửi lựa chọn').click()
  await settled(choice)
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the choice of a remedy', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, with the fields of every way', async (locale) => {
    const { choice } = await mountChoice(() => answerWith(ticket), locale)
    expect(await violations()).toEqual([])
    for (const place of [0, 1, 3]) {
      await pick(choice, place)
      expect(await violations()).toEqual([])
    }
  })

  test('asks for the account of a transfer, and leads to what is missing', async () => {
    let sent = 0
    const { choice } = await mountChoice(() => {
      sent += 1
      return answerWith(ticket)
    })
    await send(choice)
    expect(find(choice, '[role=alert]').textContent).toContain('Xin chọn một mục')
    await pick(choice, 0)
    type(choice, '#bank', 'Vietcombank')
    await send(choice)
    expect(choice.shadowRoot?.activeElement?.id).toBe('account')
    expect(find<HTMLInputElement>(choice, '#account').validationMessage).toBe('Chưa điền mục này.')
    expect(sent).toBe(0)
  })

  test('is sent once, under one key, though the first answer is lost, and says so meanwhile', async () => {
    const bodies: string[] = []
    const { choice, said } = await mountChoice(async (request) => {
      bodies.push(`${request.headers.get('Idempotency-Key')} ${await request.text()}`)
      if (bodies.length === 1) throw new TypeError('network')
      return answerWith(ticket)
    })
    const done = new Promise((resolve) => choice.addEventListener('sent', resolve, { once: true }))
    await pick(choice, 0)
    type(choice, '#bank', 'Vietcombank')
    type(choice, '#account', '0071000987654')
    type(choice, '#holder', 'NGUYEN THI DAO')
    await send(choice)
    await expect.poll(() => bodies.length).toBe(1)
    await expect
      .poll(() => choice.shadowRoot?.querySelector('.notice')?.textContent)
      .toContain('Đang thử lại')
    find(choice, '.notice button').click()
    await done
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toBe(bodies[1])
    expect(JSON.parse(bodies[0]?.replace(/^\S+ /, '') ?? '')).toEqual({
      offer: 0,
      payTo: { way: 'bank', bank: 'Vietcombank', account: '0071000987654', holder: 'NGUYEN THI DAO' },
    })
    expect(said.at(-1)).toBe('Đã ghi cách nhận.')
  })

  test('sends no account for what takes none', async () => {
    let body: unknown
    const { choice } = await mountChoice(async (request) => {
      body = await request.json()
      return answerWith(ticket)
    })
    await pick(choice, 6)
    await send(choice)
    await expect.poll(() => body).toEqual({ offer: 2 })
  })

  test('shows what was refused beside its field, and keeps what was typed', async () => {
    const { choice } = await mountChoice(() =>
      refuseWith('invalid_body', 422, {
        errors: [{ pointer: '/payTo/account', code: 'card_number_given', message: '' }],
      }),
    )
    await pick(choice, 0)
    for (const [name, value] of [
      ['bank', 'ACB'],
      ['account', '9704361234567890'],
      ['holder', 'DAO'],
    ] as const)
      type(choice, `#${name}`, value)
    await send(choice)
    await expect.poll(() => find<HTMLInputElement>(choice, '#account').validationMessage).toContain('số thẻ')
    expect(find<HTMLInputElement>(choice, '#account').value).toBe('9704361234567890')
    expect(choice.shadowRoot?.activeElement?.id).toBe('account')
  })
})
