import { afterEach, expect, test, vi } from 'vitest'
import { type DeliveryState, startDelivery } from './delivery.ts'

afterEach(() => vi.restoreAllMocks())

test('without a network it waits, however often it is woken, and sends once when the network is back', async () => {
  const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const states: DeliveryState[] = []
  let sent = 0
  const delivery = startDelivery(
    async () => {
      if (!navigator.onLine) {
        return { ok: false, problem: { code: 'unreachable', status: 0, detail: '' } } as const
      }
      sent++
      return { ok: true, value: 'received', headers: new Headers() } as const
    },
    (state) => void states.push(state),
  )
  for (let wake = 0; wake < 20; wake++) {
    await expect.poll(() => states.at(-1)?.phase).toBe('waiting')
    states.length = 0
    delivery.retryNow()
  }
  await expect.poll(() => states.at(-1)).toMatchObject({ phase: 'waiting', reason: 'offline' })
  isOnline.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  expect(await delivery.answer).toMatchObject({ ok: true, value: 'received' })
  expect(sent).toBe(1)
})
