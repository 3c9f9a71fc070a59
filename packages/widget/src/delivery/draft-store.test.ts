import { afterEach, describe, expect, test } from 'vitest'
import { draftStore, type SavedFile } from './draft-store.ts'

const now = new Date('2026-11-23T02:00:00Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const file = (id: string, uploadedAt: Date): SavedFile => ({
  id,
  name: `${id}.jpg`,
  type: 'image/jpeg',
  size: 10,
  uploadedAt: uploadedAt.toISOString(),
})
const store = () => draftStore<{ text: string }, { message: string }>('shop', 'draft')

afterEach(() => localStorage.clear())

describe('a draft', () => {
  test('is found again with its files by another page', () => {
    expect(store().save({ text: 'Ệ ữ' }, [file('att_1', now)], now)).toBe(true)
    expect(store().read(hoursLater(1))).toEqual({
      draft: { values: { text: 'Ệ ữ' }, files: [file('att_1', now)], savedAt: now.toISOString() },
      filesExpired: false,
      isStale: false,
    })
  })

  test('comes back without the files that the server has thrown away, and says so', () => {
    store().save({ text: 'x' }, [file('att_1', now), file('att_2', hoursLater(20))], now)
    const found = store().read(hoursLater(24))
    expect(found?.draft.files.map(({ id }) => id)).toEqual(['att_2'])
    expect(found?.filesExpired).toBe(true)
  })

  test('that was begun to be sent keeps its key and words, whoever sends it next', () => {
    const first = store().beginSending({ text: 'x' }, [], { message: 'x' }, now)
    const second = store().beginSending({ text: 'y' }, [], { message: 'y' }, hoursLater(1))
    expect(second).toEqual(first)
    expect(first.idempotencyKey).toMatch(/^\d+(-\d+){3}$/)
    expect(store().read(hoursLater(2))?.draft.sending).toEqual(first)
  })

  test('is gone once it was received, but not the next one that another tab has begun', () => {
    const { idempotencyKey } = store().beginSending({ text: 'x' }, [], { message: 'x' }, now)
    store().clear(idempotencyKey)
    expect(store().read(now)).toBeUndefined()
    const next = store().beginSending({ text: 'y' }, [], { message: 'y' }, now)
    store().clear(idempotencyKey)
    expect(store().read(now)?.draft.sending).toEqual(next)
  })

  test('is not sent by itself after the server may have forgotten its key', () => {
    store().beginSending({ text: 'x' }, [], { message: 'x' }, now)
    const found = store().read(hoursLater(23))
    expect(found?.isStale).toBe(true)
    expect(found?.draft.sending).toBeUndefined()
    expect(found?.draft.values).toEqual({ text: 'x' })
  })

  test.each(['{', 'null', '7', '{"values":{}}', '[]'])('that reads %s is none', (text) => {
    localStorage.setItem('camket:shop:draft', text)
    expect(store().read(now)).toBeUndefined()
  })
})
