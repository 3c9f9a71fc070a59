import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import { member, outbox } from '../db/schema.ts'
import { call } from '../testing/call.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { bank, owe, owingCommitment, publishOwing } from '../testing/owe.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'
import type { Mail } from './mail.ts'
import { sendOutbox } from './send-outbox.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = new Date('2026-11-23T02:00:00.000Z')
const nextMorning = new Date('2026-11-24T02:00:00.000Z')
const { db } = testContext(filedAt.getTime())
const bossOfBosses = { name: 'Bà Giám Đốc', role: { vi: 'Giám đốc', en: 'Director' } }

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: filedAt })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await publishOwing('2026-10-02T00:00:00Z')
  await signStaffIn()
})

beforeEach(async () => {
  vi.setSystemTime(filedAt)
  await db.delete(outbox)
})

afterAll(() => {
  vi.useRealTimers()
})

/** What leaves of these kinds by now, in the order in which it was written. */
async function mailed(): Promise<Mail[]> {
  const sent: Mail[] = []
  await sendOutbox(testContext(Date.now()), env, async (mail) => void sent.push(mail))
  return sent.filter(({ kind }) => kind === 'remedy' || kind === 'dispute')
}

async function oweOvernight() {
  const owed = await owe()
  vi.setSystemTime(nextMorning)
  return owed
}

const settle = ({ code, id }: { code: string; id: string }) =>
  call('settleRemedy', {
    at: { code, id },
    cookie: cookieOf('nhan.vien'),
    body: { reference: 'FT26328', seenAmount: { amount: 100_000, currency: 'VND' } },
    bindings: silent,
  })
const waive = async ({ code, id }: { code: string; id: string }) =>
  call('waiveRemedy', {
    at: { code, id },
    cookie: cookieOf('nhan.vien'),
    body: { exclusion: 'misuse', evidence: [await storeUpload()], text: 'Máy bị cắm sai điện áp ạ' },
    bindings: silent,
  })

/** Mails leave when the test says so. */
const silent = {
  DB: new Proxy(env.DB, {
    get(target, name) {
      const prepare = (sql: string) => {
        if (sql.startsWith('update "outbox"')) throw new Error('Later')
        return target.prepare(sql)
      }
      return name === 'prepare' ? prepare : (Reflect.get(target, name, target) as unknown)
    },
  }),
}
vi.spyOn(console, 'error').mockImplementation(() => undefined)

describe('a customer whom a missed deadline owes something', () => {
  it('is told what was promised, what is owed, by when, and where to say how to receive it', async () => {
    const { code, key } = await oweOvernight()
    const [mail, ...others] = await mailed()
    expect(others).toEqual([])
    expect(mail?.subject).toContain('100.000\u00a0₫')
    expect(mail?.subject).toContain(code)
    expect(mail?.text).toContain('trả lời đầu tiên trước 14:30 thứ Hai, 23/11/2026')
    expect(mail?.text).toContain('• 100.000\u00a0₫\n• phiếu mua hàng 150.000\u00a0₫\n• ')
    expect(mail?.text).toContain('trả trước 17:30 thứ Năm, 26/11/2026')
    expect(mail?.text).toContain(`/minh-an/requests/${code}?key=${key}#remedies`)
    expect(await mailed()).toEqual([])
  })

  it('is told the same in English', async () => {
    const { code } = await oweOvernight()
    await env.DB.prepare("UPDATE ticket_contents SET locale = 'en'").run()
    const [mail] = await mailed()
    expect(mail?.text).toContain('first reply by 14:30 on Monday 23 November 2026')
    expect(mail?.text).toContain('a 150,000\u00a0₫ voucher')
    expect(mail?.text).toContain(`/en/minh-an/requests/${code}`)
    await env.DB.prepare("UPDATE ticket_contents SET locale = 'vi'").run()
  })

  it('is told the amount and the reference once it is settled, and not any more that it is owed', async () => {
    const owed = await oweOvernight()
    await settle(owed)
    const [mail, ...others] = await mailed()
    expect(others).toEqual([])
    expect(mail?.subject).toContain('Đã trả 100.000\u00a0₫')
    expect(mail?.text).toContain('Mã thanh toán: FT26328')
  })

  it('is told why nothing is owed after all, in the published words and in those of staff, and how to object', async () => {
    const owed = await oweOvernight()
    await waive(owed)
    const [mail] = await mailed()
    expect(mail?.text).toContain('Căn cứ đã công bố trong cam kết: Dùng sai cách.')
    expect(mail?.text).toContain('> Máy bị cắm sai điện áp ạ')
    expect(mail?.text).toContain('“Không đồng ý”')
  })

  it('finds no account and no name of a payee in any mail', async () => {
    const { code, id, key } = await oweOvernight()
    await call('chooseRemedy', { at: { code, id }, key, body: { offer: 0, payTo: bank }, bindings: silent })
    await settle({ code, id })
    await call('disputeRemedy', { at: { code, id }, key, body: {}, bindings: silent })
    await settle({ code, id })
    for (const mail of await mailed()) {
      expect(JSON.stringify(mail)).not.toMatch(/4321|HOAI THUONG|Vietcombank/)
    }
  })
})

describe('a dispute', () => {
  const dispute = async () => {
    const { code, id, key } = await oweOvernight()
    await waive({ code, id })
    const body = { text: 'Tôi không cắm sai điện' }
    await call('disputeRemedy', { at: { code, id }, key, body, bindings: silent })
    return { code, id }
  }

  it('goes to an owner where the commitment names nobody with an address', async () => {
    const { code } = await dispute()
    const sent = (await mailed()).filter(({ kind }) => kind === 'dispute')
    expect(sent).toMatchObject([{ to: 'ong.chu@minh-an.example' }])
    expect(sent[0]?.text).toContain('> Tôi không cắm sai điện')
    expect(sent[0]?.text).toContain('Dùng sai cách.')
    expect(sent[0]?.text).toContain(`https://camket.test/desk/tickets/${code}`)
    expect(sent[0]?.text).not.toContain('key=')
  })

  it('goes to the first contact named in the commitment of that request who has an address', async () => {
    await publishCommitment(testContext('2026-10-03T00:00:00Z'), {
      merchantId: 'mer_1',
      effectiveFrom: new Date('2026-10-03T00:00:00Z'),
      document: {
        ...owingCommitment(),
        escalation: [bossOfBosses, { ...bossOfBosses, email: 'giam.doc@minh-an.example' }],
      },
    })
    await dispute()
    expect((await mailed()).filter(({ kind }) => kind === 'dispute')).toMatchObject([
      { to: 'giam.doc@minh-an.example' },
    ])
  })

  it('that was decided before the mail left is told to nobody', async () => {
    const { code, id } = await dispute()
    vi.setSystemTime(nextMorning.getTime() + 60_000)
    await settle({ code, id })
    expect((await mailed()).map(({ kind }) => kind)).toEqual(['remedy'])
  })

  it('waits for nobody where no owner is left', async () => {
    await publishOwing('2026-10-04T00:00:00Z')
    await db.update(member).set({ role: 'lead' })
    await dispute()
    expect((await mailed()).filter(({ kind }) => kind === 'dispute')).toEqual([])
  })
})
