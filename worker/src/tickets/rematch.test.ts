import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import { sweep } from '../deadlines/sweep.ts'
import { composeMail } from '../outbox/compose-mail.ts'
import { claimOutbox, readTold } from '../outbox/store.ts'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { act, said, ticketOf } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

// Monday 9:00 in Hanoi.
const monday = Date.parse('2026-11-23T02:00:00.000Z')
const hour = 3_600_000
const minute = 60_000
const at = (hours: number) => new Date(monday + hours * hour).toISOString()

const within = (id: string, milestone: 'next_reply' | 'resolution', amount: number) => ({
  id,
  for: { departments: ['mer_1.care'] },
  milestone,
  within: { amount, unit: 'working_hour' },
  calendar: 'shop',
})

/** The shop's, with warnings, a pledge that urgency reaches, one that a number ends, and what departments promise. */
const document = {
  ...shopCommitment,
  escalation: [{ name: 'Lê Thu', role: { vi: 'Giám đốc', en: 'Director' }, email: 'thu@minh-an.example' }],
  pledges: shopCommitment.pledges
    .map((pledge) =>
      pledge.id === 'first-reply'
        ? {
            ...pledge,
            warnings: [
              { atPercent: 50, to: 'lead' },
              { atPercent: 75, to: 'contact' },
            ],
          }
        : pledge,
    )
    .map((pledge) =>
      pledge.id === 'resolution' ? { ...pledge, missedWhen: { fact: 'failed_repairs', atLeast: 3 } } : pledge,
    )
    .concat([
      {
        id: 'urgent-resolution',
        for: { priorities: ['urgent'] },
        milestone: 'resolution',
        within: { amount: 6, unit: 'working_hour' },
        calendar: 'shop',
        moreSpecificThan: ['resolution'],
      },
    ]),
}
const internalPledges = [within('care-reply', 'next_reply', 2), within('care-done', 'resolution', 8)]

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: monday })
  const opened = testContext('2026-10-01T00:00:00Z')
  await openShop(opened)
  const later = testContext('2026-10-02T00:00:00Z')
  await publishCommitment(later, { merchantId: 'mer_1', document, internalPledges, effectiveFrom: later.now })
  await signStaffIn()
})
beforeEach(() => vi.setSystemTime(monday))
afterAll(() => {
  vi.useRealTimers()
})

const pledgesOf = async (code: string) =>
  (await ticketOf(code)).deadlines.map(({ pledge, state }) => `${pledge} ${state}`)
const publicOf = async (code: string) => (await call('getTicket', { at: { code } })).value
const urgent = { priority: 'urgent', reason: 'more_urgent' } as const

describe('a change of kind or priority', () => {
  it('lets open deadlines follow from the same start, told before it is done exactly as it is done', async () => {
    const { code } = await fileRequest({ kind: 'warranty' })
    vi.setSystemTime(monday + hour)
    const before = await countRows()
    const wish = { at: { code }, cookie: cookieOf('nhan.vien'), body: { priority: 'urgent' } }
    const { changes } = (await call('previewRematch', wish)).value
    expect(await countRows()).toEqual(before)
    expect(changes).toEqual([
      {
        milestone: 'resolution',
        internal: false,
        before: { pledge: 'resolution', state: 'running', dueAt: '2026-12-01T10:30:00.000Z' },
        // Six working hours from Monday 9:00 with the lunch between: 16:30.
        after: { pledge: 'urgent-resolution', state: 'running', dueAt: '2026-11-23T09:30:00.000Z' },
      },
    ])
    const { deadlines } = (await act('setPriority', code, urgent)).value
    expect(deadlines[1]).toMatchObject({ startedAt: at(0), dueAt: '2026-11-23T09:30:00.000Z' })
    expect((await publicOf(code)).deadlines[1]?.dueAt).toBe('2026-11-23T09:30:00.000Z')
  })

  it('records at once what is over by the new pledge, and never makes it kept again', async () => {
    const { code } = await fileRequest({ kind: 'warranty' })
    vi.setSystemTime(monday + 26 * hour)
    await act('setPriority', code, urgent)
    expect((await pledgesOf(code))[1]).toBe('urgent-resolution missed')
    await act('setPriority', code, { priority: 'normal', reason: 'mistaken' })
    expect((await pledgesOf(code))[1]).toBe('urgent-resolution missed')
    expect((await publicOf(code)).deadlines[1]?.missedAt).toBe('2026-11-23T09:30:00.000Z')
  })

  it('leaves out what no pledge covers, and takes it up when it is put right', async () => {
    const { code } = await fileRequest({ kind: 'complaint' })
    const support = (await act('setKind', code, { kind: 'support', reason: 'mistaken' })).value
    expect([support.kind, support.deadlines[1]?.state, support.deadlines[1]?.excludedReason]).toEqual([
      'support',
      'excluded',
      'rematched',
    ])
    await act('setKind', code, { kind: 'warranty', reason: 'mistaken' })
    expect(await pledgesOf(code)).toEqual([
      'first-reply running',
      'resolution excluded',
      'resolution running',
    ])
    expect((await publicOf(code)).timeline.map(({ event }) => event)).toEqual([
      'filed',
      'kind_set',
      'kind_set',
    ])
  })

  it('takes private words along, which only staff read', async () => {
    const { code, key } = await fileRequest({ kind: 'complaint' })
    const note = 'Khách gọi hai lần rồi'
    await act('setKind', code, { kind: 'warranty', reason: 'customer_asked', note })
    expect((await ticketOf(code)).messages.at(-1)).toMatchObject({ visibility: 'note', text: note })
    const { value } = await call('getTicket', { at: { code }, key })
    expect(JSON.stringify(value)).not.toContain(note)
  })

  it('asks for the call from when the customer may be called', async () => {
    const callback = { from: at(5), to: at(7) }
    const { code } = await fileRequest({ kind: 'support', callback })
    const { deadlines } = (await act('setKind', code, { kind: 'callback', reason: 'mistaken' })).value
    expect(deadlines.find(({ milestone }) => milestone === 'callback_made')?.startedAt).toBe(at(5))
  })

  it("of another merchant's request is not there to be previewed", async () => {
    const { code } = await fileRequest()
    const cookie = cookieOf('owner', 'song-xanh')
    const { problem } = await call('previewRematch', { at: { code }, cookie, body: { priority: 'low' } })
    expect(problem.code).toBe('ticket_not_found')
  })

  it('of what is resolved is refused, also as a preview', async () => {
    const { code } = await fileRequest({ kind: 'complaint' })
    await act('resolveTicket', code, { outcome: 'answered', ...said })
    const wish = { at: { code }, cookie: cookieOf('nhan.vien'), body: { kind: 'support' } }
    expect((await call('previewRematch', wish)).problem.code).toBe('act_not_possible')
    expect((await act('setKind', code, { kind: 'support', reason: 'mistaken' })).problem.code).toBe(
      'act_not_possible',
    )
  })
})

describe('a number that is noted', () => {
  it('is one that the commitment of the request asks for', async () => {
    const { code } = await fileRequest({ kind: 'warranty' })
    expect((await ticketOf(code)).factNames).toEqual([
      'order_amount',
      'item_amount',
      'monthly_fee',
      'failed_repairs',
    ])
    const { value } = await act('setFacts', code, { facts: { order_amount: 7_490_000, failed_repairs: 2 } })
    expect(value.facts).toEqual({ order_amount: 7_490_000, failed_repairs: 2 })
    expect((await pledgesOf(code))[1]).toBe('resolution running')
  })

  it('makes a deadline missed at that instant when the pledge says so', async () => {
    const { code } = await fileRequest({ kind: 'warranty' })
    vi.setSystemTime(monday + hour)
    await act('setFacts', code, { facts: { failed_repairs: 3 } })
    const [, resolution] = (await publicOf(code)).deadlines
    expect(resolution).toMatchObject({ state: 'missed', missedAt: at(1) })
  })
})

describe('what departments promise each other', () => {
  it('runs from the hand-off, sorts the inbox, and is seen by staff alone', async () => {
    const { code, key } = await fileRequest({ kind: 'warranty' })
    vi.setSystemTime(monday + hour / 2)
    const handed = (await act('handOff', code, { departmentId: 'mer_1.care', reason: 'needs_parts' })).value
    const internal = handed.deadlines.filter((deadline) => deadline.internal)
    expect(internal.map(({ pledge, dueAt }) => [pledge, dueAt])).toEqual([
      ['care-reply', at(2.5)],
      ['care-done', '2026-11-24T02:30:00.000Z'],
    ])
    const { value: inbox } = await call('getInbox', { cookie: cookieOf('nhan.vien') })
    expect(inbox.tickets.find((row) => row.code === code)?.nextDeadline).toMatchObject({
      dueAt: at(2.5),
      internal: true,
    })
    vi.setSystemTime(monday + 26 * hour)
    await sweep(testContext(Date.now()))
    expect(await pledgesOf(code)).toContain('care-reply missed')
    const anybody = [
      await publicOf(code),
      (await call('getTicket', { at: { code }, key })).value,
      (await call('getCommitment', { at: { merchant: 'minh-an' } })).value,
    ]
    for (const view of anybody) expect(JSON.stringify(view)).not.toMatch(/care-(reply|done)/)
    // The public record counts nothing of it either.
    const counted = await env.DB.prepare(
      "SELECT count(*) AS count FROM record_lines WHERE pledge LIKE 'care-%'",
    ).first<{ count: number }>()
    expect(counted?.count).toBe(0)
  })

  it('does not change the fingerprint of the published document', async () => {
    const { value } = await call('getCommitment', { at: { merchant: 'minh-an' } })
    const bytes = new TextEncoder().encode(JSON.stringify(value.document))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    expect(value.document).not.toHaveProperty('internalPledges')
    expect(value.fingerprint).toBe(digest.toHex())
  })

  it('stands in no mail to the customer', async () => {
    const { code } = await fileRequest({ kind: 'warranty' })
    await act('handOff', code, { departmentId: 'mer_1.care', reason: 'needs_parts' })
    await env.DB.prepare("UPDATE outbox SET next_try_at = ?, sent_at = NULL WHERE kind = 'receipt'")
      .bind(Date.now())
      .run()
    const { mails } = await mailsDue()
    const receipts = mails.filter((mail) => mail?.kind === 'receipt' && mail.subject.includes(code))
    expect(receipts).toHaveLength(1)
    // Two promises to the customer, and neither of the department's.
    expect(receipts[0]?.text.match(/^\* /gm)).toHaveLength(2)
  })
})

/** Composes what is due in the outbox now. */
async function mailsDue() {
  const context = testContext(Date.now())
  const rows = await claimOutbox(context.db, {
    now: context.now,
    leasedUntil: new Date(Date.now() + hour),
    rows_max: 100,
  })
  const told = await readTold(context.db, rows)
  const mails = await Promise.all(
    rows.map((row) => composeMail({ db: context.db, now: context.now, env }, row, told)),
  )
  return { rows, mails }
}

describe('a warning', () => {
  const warningsAt = async (millis: number) => {
    await env.DB.prepare('UPDATE outbox SET next_try_at = NULL').run()
    vi.setSystemTime(millis)
    await sweep(testContext(millis))
    const { rows, mails } = await mailsDue()
    return mails.filter((_, index) => rows[index]?.kind === 'warning')
  }

  beforeEach(async () => {
    await env.DB.prepare('UPDATE deadlines SET watch_at = NULL').run()
  })

  it('goes to the lead at half of the working time, then to the named contact, each once', async () => {
    const { code } = await fileRequest({ kind: 'support' })
    expect(await warningsAt(monday + 2 * hour)).toEqual([])
    const [lead, ...none] = await warningsAt(monday + 2 * hour + minute)
    expect([lead?.to, none]).toEqual(['truong.nhom@minh-an.example', []])
    expect(lead?.subject).toContain(code)
    expect(lead?.text).toContain(`https://camket.test/desk/tickets/${code}`)
    expect(lead?.headers['Content-Language']).toBe('vi')
    expect(await warningsAt(monday + 2 * hour + 2 * minute)).toEqual([])
    expect((await warningsAt(monday + 3 * hour + minute)).map((mail) => mail?.to)).toEqual([
      'thu@minh-an.example',
    ])
    expect(await warningsAt(monday + 3 * hour + 2 * minute)).toEqual([])
    const deadline = (await ticketOf(code)).deadlines[0]
    expect(deadline).toMatchObject({ warned: true, state: 'running' })
    const { value: inbox } = await call('getInbox', { cookie: cookieOf('nhan.vien') })
    expect(inbox.tickets.find((row) => row.code === code)?.nextDeadline?.warned).toBe(true)
    expect((await publicOf(code)).timeline.map(({ event }) => event)).toEqual(['filed'])
  })

  it('is given once when two sweeps run at the same time', async () => {
    const { code } = await fileRequest({ kind: 'support' })
    await env.DB.prepare('UPDATE outbox SET next_try_at = NULL').run()
    const now = monday + 2 * hour + minute
    vi.setSystemTime(now)
    await Promise.all([sweep(testContext(now)), sweep(testContext(now))])
    const warned = (await ticketOf(code)).history.filter(({ event }) => event.type === 'deadline_warned')
    expect(warned).toHaveLength(1)
    expect((await mailsDue()).rows.filter(({ kind }) => kind === 'warning')).toHaveLength(1)
  })

  it('is not sent when the customer has been answered meanwhile', async () => {
    const { code } = await fileRequest({ kind: 'support' })
    await env.DB.prepare('UPDATE outbox SET next_try_at = NULL').run()
    vi.setSystemTime(monday + 2 * hour + minute)
    await sweep(testContext(Date.now()))
    // The answer's own mail takes along whatever waits in the outbox.
    await act('replyToTicket', code, said)
    const warning = await env.DB.prepare(
      "SELECT o.sent_at, o.next_try_at FROM outbox o JOIN tickets t ON t.id = o.ticket_id WHERE o.kind = 'warning' AND t.code = ?",
    )
      .bind(code)
      .first()
    expect(warning).toEqual({ sent_at: null, next_try_at: null })
  })

  it('goes to an owner when the lead works here no more', async () => {
    await fileRequest({ kind: 'support' })
    await env.DB.prepare("UPDATE member SET deactivated_at = 1 WHERE id = 'stf.truong.nhom'").run()
    const [owner] = await warningsAt(monday + 2 * hour + minute)
    await env.DB.prepare("UPDATE member SET deactivated_at = NULL WHERE id = 'stf.truong.nhom'").run()
    expect(owner?.to).toBe('ong.chu@minh-an.example')
  })
})
