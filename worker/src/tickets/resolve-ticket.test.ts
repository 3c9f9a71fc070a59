import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../testing/call.ts'
import { act, said } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { openShop, signStaffIn } from '../testing/open-shop.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

describe('a resolution', () => {
  it('by declining cites an exclusion, shows its evidence and says why', async () => {
    const { code, key } = await fileRequest()
    const evidence = [await storeUpload()]
    const declined = { outcome: 'declined', exclusion: 'misuse', evidence, seenSequence: 1_000 }
    const { problem } = await act('resolveTicket', code, declined)
    expect(problem).toMatchObject({ code: 'reply_needed', errors: [{ pointer: '/text' }] })
    const { value } = await act('resolveTicket', code, { ...declined, text: 'Máy bị cắm sai điện áp ạ' })
    expect(value).toMatchObject({ status: 'resolved', outcome: 'declined', exclusion: 'misuse' })
    expect(value.history.find(({ event }) => event.type === 'resolved')?.event).toMatchObject({ evidence })
    const { value: seen } = await call('getTicket', { at: { code }, key })
    expect(seen).toMatchObject({ messages: [{}, { attachments: [{ id: evidence[0] }] }] })
  })

  it('by declining says why even to whoever was answered before', async () => {
    const { code } = await fileRequest()
    await act('replyToTicket', code, said)
    const declined = { outcome: 'declined', exclusion: 'water-damage', seenSequence: 1_000 }
    const { problem } = await act('resolveTicket', code, declined)
    expect(problem).toMatchObject({ code: 'reply_needed', errors: [{ pointer: '/text' }] })
    expect((await act('resolveTicket', code, { ...declined, text: 'Máy bị ngấm nước ạ' })).status).toBe(201)
  })

  it('without words needs that the customer was answered before, and can not show files', async () => {
    const { code } = await fileRequest()
    await act('replyToTicket', code, said)
    const silent = { outcome: 'repaired', seenSequence: 1_000 }
    const withFile = await act('resolveTicket', code, { ...silent, evidence: [await storeUpload()] })
    expect(withFile.problem).toMatchObject({ code: 'reply_needed', errors: [{ pointer: '/text' }] })
    expect((await act('resolveTicket', code, silent)).value).toMatchObject({ status: 'resolved' })
  })

  it('of a call needs the call', async () => {
    const callback = { from: '2026-11-23T02:00:00Z', to: '2026-11-23T04:00:00Z' }
    const { code } = await fileRequest({ kind: 'callback', callback })
    const resolution = { outcome: 'answered', ...said }
    expect((await act('resolveTicket', code, resolution)).problem.code).toBe('call_needed')
    await act('recordCall', code, { reached: false })
    expect((await act('resolveTicket', code, resolution)).problem.code).toBe('call_needed')
    const { value } = await act('recordCall', code, { reached: true })
    expect(value.deadlines.find(({ milestone }) => milestone === 'callback_made')?.state).toBe('kept')
    expect((await act('resolveTicket', code, resolution)).status).toBe(201)
  })
})

describe('a hand-off', () => {
  const place = { departmentId: 'mer_1.care', reason: 'needs_parts' }

  it('is counted in public, with its reason; its private words are a note', async () => {
    const { code } = await fileRequest()
    const { value } = await act('handOff', code, { ...place, ownerId: 'stf.truong.nhom', note: 'Gấp' })
    expect(value).toMatchObject({ departmentId: 'mer_1.care', ownerId: 'stf.truong.nhom', handOffs: 1 })
    expect(value.messages.at(-1)).toMatchObject({ text: 'Gấp', visibility: 'note' })
    expect(value.timeline.at(-1)).toMatchObject({ event: 'handed_off', reason: 'Cần linh kiện' })
    const { value: english } = await act(
      'handOff',
      code,
      { ...place, departmentId: 'mer_1.service' },
      {
        query: { locale: 'en' },
      },
    )
    expect(english).toMatchObject({ handOffs: 2 })
    expect(english).not.toHaveProperty('ownerId')
    expect(english.timeline.at(-1)).toMatchObject({ reason: 'Needs parts', toDepartment: 'Service' })
  })

  it('to where it lies keeps only the note', async () => {
    const { code } = await fileRequest()
    const { value } = await act('handOff', code, {
      ...place,
      departmentId: 'mer_1.service',
      note: 'Vẫn ở đây',
    })
    expect(value).toMatchObject({ handOffs: 0 })
    // Two messages of one instant lie in any order.
    expect(value.messages.map(({ text }) => text)).toContain('Vẫn ở đây')
  })
})
