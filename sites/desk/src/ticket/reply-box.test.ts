import { beforeEach, describe, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, ticket } from '../testing/sample.ts'
import type { ReplyBox } from './reply-box.ts'

const now = new Date('2026-11-16T06:38:00Z')
beforeEach(() => localStorage.clear())

async function open(answer: (request: Request) => Response | Promise<Response>) {
  const box = await mount<ReplyBox>('camket-reply-box', { context: contextOf(answer), ticket, now })
  const area = box.querySelector('textarea')
  if (!area) throw new Error('no box to write in')
  const type = async (text: string) => {
    area.value = text
    area.dispatchEvent(new Event('input'))
    await settled(box)
  }
  const send = async () => {
    box.querySelector('form')?.requestSubmit()
    await settled(box)
  }
  return { box, area, type, send }
}

describe('the reply box', () => {
  test('is accessible, and says beside the button which deadline a reply keeps', async () => {
    const { box } = await open(() => answerWith(ticket))
    expect(await violations(box)).toEqual([])
    expect(box.querySelector('.keeps')?.textContent).toContain('giữ được hẹn trả lời đầu tiên')
  })

  test('keeps what was written over a reload', async () => {
    const first = await open(() => answerWith(ticket))
    await first.type('Chào chị Đào')
    const second = await open(() => answerWith(ticket))
    expect(second.area.value).toBe('Chào chị Đào')
  })

  test('sends the sequence that was seen, and is empty once the reply is in', async () => {
    let sent: unknown
    const { area, type, send } = await open(async (request) => {
      sent = await request.json()
      return answerWith({ ...ticket, sequence: 4 }, 201)
    })
    await type('Chào chị Đào')
    await send()
    expect(sent).toEqual({ text: 'Chào chị Đào', attachments: [], thenWait: false, seenSequence: 3 })
    expect(area.value).toBe('')
  })

  test('keeps every word when somebody else was first, says so and sends anew what was then seen', async () => {
    const sent: { seenSequence: number }[] = []
    const keys: (string | null)[] = []
    const { box, area, type, send } = await open(async (request) => {
      sent.push(await request.json())
      keys.push(request.headers.get('Idempotency-Key'))
      return sent.length === 1
        ? refuseWith('ticket_changed', 409)
        : answerWith({ ...ticket, sequence: 6 }, 201)
    })
    await type('Lời của tôi')
    await send()
    expect(area.value).toBe('Lời của tôi')
    expect(box.querySelector('wa-callout')?.textContent).toContain('Nội dung của bạn còn nguyên')
    const others = {
      sequence: 5,
      at: ticket.filedAt,
      by: { type: 'staff' as const, id: 'mem_2' },
      event: { type: 'answered' },
    }
    box.ticket = { ...ticket, sequence: 5, history: [...ticket.history, others] }
    await settled(box)
    await send()
    expect(sent.map(({ seenSequence }) => seenSequence)).toEqual([3, 5])
    expect(keys[0]).not.toBe(keys[1])
  })

  test('tries again under the same key when no answer came', async () => {
    const keys: (string | null)[] = []
    const { area, type, send } = await open((request) => {
      keys.push(request.headers.get('Idempotency-Key'))
      if (keys.length === 1) throw new TypeError('network')
      return answerWith({ ...ticket, sequence: 4 }, 201)
    })
    await type('Chào chị')
    await send()
    expect(area.value).toBe('Chào chị')
    await send()
    expect(keys[0]).toBe(keys[1])
    expect(area.value).toBe('')
  })

  test('sends nothing while there is nothing to send', async () => {
    let requests = 0
    const { box, send } = await open(() => {
      requests++
      return answerWith(ticket)
    })
    await send()
    expect(requests).toBe(0)
    expect(box.querySelector('[role=alert]')?.textContent).toContain('Hãy viết nội dung')
  })
})
