import { ratingAbouts, ratingCauses, ratingLevels } from '@camket/core/vocabulary'
import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, kept, refuseWith, sessionOf, ticket } from '../testing/sample.ts'
import type { Rating } from './rating.ts'

const given = {
  level: 2,
  about: 'people',
  cause: 'skill',
  comment: 'Thợ vội',
  at: '2026-11-24T02:00:00Z',
} as const

async function mountRating(answer: Answer, more: Partial<Rating> = {}, locale: 'vi' | 'en' = 'vi') {
  const session = await sessionOf(answer, locale)
  const rating = await mount<Rating>('camket-rating', { session, request: kept, ...more })
  await settled(rating)
  return { rating, session }
}

const levels = (rating: Rating) => [
  ...(rating.shadowRoot?.querySelectorAll<HTMLInputElement>('[name=level]') ?? []),
]

async function pick(rating: Rating, level: number): Promise<void> {
  levels(rating)[level - 1]?.click()
  await settled(rating)
}

const select = (rating: Rating, reason: string) => type(rating, '#reason', reason)

async function send(rating: Rating): Promise<void> {
  button(rating, 'Gửi đánh giá').click()
  await settled(rating)
}

/** What was sent: the key, and the body. */
async function sentOf(request: Request): Promise<{ key: string | null; body: unknown }> {
  return { key: request.headers.get('Idempotency-Key'), body: await request.json() }
}

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('a rating', () => {
  test.each(['vi', 'en'] as const)(
    'is six levels in words, then why, and accessible in %s',
    async (locale) => {
      const { rating, session } = await mountRating(() => answerWith(ticket), {}, locale)
      expect(find(rating, '[role=radiogroup]').ariaLabel).toBe(session.words.rating.ask)
      expect(levels(rating).map(({ value, labels }) => [value, labels?.[0]?.textContent?.trim()])).toEqual(
        session.words.rating.levels.map((words, place) => [`${place + 1}`, words]),
      )
      expect(rating.shadowRoot?.querySelector('#reason')).toBeNull()
      expect(await violations()).toEqual([])
      await pick(rating, 3)
      expect(await violations()).toEqual([])
    },
  )

  test('offers every reason that there is, each once, in words of its own', async () => {
    const { rating } = await mountRating(() => answerWith(ticket))
    await pick(rating, 1)
    const options = [...find<HTMLSelectElement>(rating, '#reason').options].slice(1)
    expect(options.map(({ value }) => value)).toEqual(
      ratingAbouts.flatMap((about) => [about, ...ratingCauses[about].map((cause) => `${about}:${cause}`)]),
    )
    expect(new Set(options.map(({ text }) => text)).size).toBe(options.length)
    expect(options.find(({ value }) => value === 'people:skill')?.text).toBe('Con người: Kỹ năng')
    expect(levels(rating)).toHaveLength(ratingLevels.length)
  })

  test('is sent once under one key though the first answer is lost, and the page is told of code and level', async () => {
    const sent: { key: string | null; body: unknown }[] = []
    const { rating, session } = await mountRating(async (request) => {
      sent.push(await sentOf(request))
      if (sent.length === 1) throw new TypeError('network')
      return answerWith(ticket)
    })
    const done = next(rating, 'sent')
    await pick(rating, 5)
    select(rating, 'convenience:time')
    type(rating, '#comment', '  Đến đúng giờ ')
    await send(rating)
    find(rating, '.btn.primary').click()
    await expect
      .poll(() => rating.shadowRoot?.querySelector('.notice')?.textContent)
      .toContain('Đang thử lại')
    find(rating, '.notice button').click()
    await done
    const body = { level: 5, about: 'convenience', cause: 'time', comment: 'Đến đúng giờ' }
    expect(sent.map((one) => one.body)).toEqual([body, body])
    expect(sent[0]?.key).toMatch(/^[\w-]{20,}$/)
    expect(sent[1]?.key).toBe(sent[0]?.key)
    await settled(rating)
    expect(session.told).toEqual([['rated', { code: kept.code, level: 5 }]])
    expect(session.said.at(-1)).toBe('Đã ghi đánh giá. Cảm ơn quý khách.')
    expect(localStorage.length).toBe(0)
  })

  test('says no more than the level where nothing more is filled in', async () => {
    const bodies: unknown[] = []
    const { rating } = await mountRating(async (request) => {
      bodies.push((await sentOf(request)).body)
      return answerWith(ticket)
    })
    await pick(rating, 6)
    await send(rating)
    await expect.poll(() => bodies).toEqual([{ level: 6 }])
  })

  test('asks for a level first', async () => {
    let sent = 0
    const { rating } = await mountRating(() => {
      sent += 1
      return answerWith(ticket)
    })
    await send(rating)
    expect(find(rating, '[role=alert]').textContent).toContain('Xin chọn một mục')
    expect(sent).toBe(0)
  })

  test('survives a refresh as it was filled in, and is the same thing to say', async () => {
    const keys: (string | null)[] = []
    const lose: Answer = async (request) => {
      keys.push((await sentOf(request)).key)
      throw new TypeError('network')
    }
    const { rating } = await mountRating(lose)
    await pick(rating, 4)
    select(rating, 'product')
    type(rating, '#comment', 'Máy tốt')
    await send(rating)
    await expect.poll(() => keys).toHaveLength(1)
    rating.remove()

    const { rating: later } = await mountRating(async (request) => {
      keys.push((await sentOf(request)).key)
      return answerWith(ticket)
    })
    expect(levels(later)[3]?.checked).toBe(true)
    expect(find<HTMLSelectElement>(later, '#reason').value).toBe('product')
    expect(find<HTMLTextAreaElement>(later, '#comment').value).toBe('Máy tốt')
    await send(later)
    await expect.poll(() => keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
  })

  test('keeps everything when it is refused, says what to do, and goes under a new key once it is changed', async () => {
    const keys: (string | null)[] = []
    const { rating, session } = await mountRating(async (request) => {
      keys.push((await sentOf(request)).key)
      return refuseWith('act_not_possible', 409)
    })
    await pick(rating, 2)
    type(rating, '#comment', 'Chưa xong đâu')
    await send(rating)
    await expect
      .poll(() => rating.shadowRoot?.querySelector('[role=alert]')?.textContent)
      .toContain('Xem lại yêu cầu')
    expect(levels(rating)[1]?.checked).toBe(true)
    expect(find<HTMLTextAreaElement>(rating, '#comment').value).toBe('Chưa xong đâu')
    await pick(rating, 1)
    await send(rating)
    await expect.poll(() => keys).toHaveLength(2)
    expect(keys[1]).not.toBe(keys[0])
    expect(session.told).toEqual([])
  })

  test('begins with what was said before, where it is said otherwise', async () => {
    const { rating } = await mountRating(() => answerWith(ticket), { given })
    expect(levels(rating)[1]?.checked).toBe(true)
    expect(find<HTMLSelectElement>(rating, '#reason').value).toBe('people:skill')
    expect(find<HTMLTextAreaElement>(rating, '#comment').value).toBe('Thợ vội')
  })

  test('is chosen by keys, and fits into 320 px', async () => {
    const { rating } = await mountRating(() => answerWith(ticket))
    document.body.style.inlineSize = '272px'
    await pick(rating, 3)
    for (const label of rating.shadowRoot?.querySelectorAll('label.check') ?? []) {
      expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    }
    expect(rating.scrollWidth).toBeLessThanOrEqual(rating.clientWidth)
    document.body.removeAttribute('style')
    // One group: the arrow keys go from one to the next, Tab goes past.
    const names = new Set(levels(rating).map(({ name, type: kind }) => `${kind} ${name}`))
    expect(names).toEqual(new Set(['radio level']))
  })
})
