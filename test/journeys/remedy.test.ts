import { afterEach, expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newVisitor, violations } from './browser.ts'
import { deskFetch, filed, mailTo, type Receipt, setClock, signIn, tick, url, warranty } from './over-urls.ts'

const secondMillis = 1_000
const hourMillis = 3_600_000
const dayMillis = 24 * hourMillis

type Money = { amount: number; currency: string }
type Remedy = {
  id: string
  pledge: string
  state: string
  amount?: Money
  settleBy?: string
  lines: { reason: string; text: string; amount?: number }[]
  choices?: { offer: number; text: string; amount?: Money; ways: string[] }[]
}
type Seen = { status: string; sequence: number; remedies: Remedy[] }

// Each move of the clock starts the runtime anew.
const patience = { timeout: 240_000 }

afterEach(() => setClock())

const seen = async (code: string, key?: string): Promise<Seen> => {
  const headers: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {}
  return (await (await fetch(`${url}/api/v1/tickets/${code}`, { headers })).json()) as Seen
}

/** What a customer of Minh An reads of a request who has nothing but its code. */
const pageOf = async (code: string): Promise<string> =>
  (await (await fetch(`${url}/minh-an/requests/${code}`)).text()).replaceAll('\u00a0', ' ')

const dueOf = ({ deadlines }: Receipt, milestone: string): Date => {
  const due = deadlines.find((deadline) => deadline.milestone === milestone)?.dueAt
  if (!due) throw new Error(`nothing is promised for ${milestone}`)
  return new Date(due)
}

/** `YYYY-MM-DD` in Vietnam. */
const localDay = (instant: Date): string =>
  new Date(instant.getTime() + 7 * hourMillis).toISOString().slice(0, 10)

/** The clock and the cron both at an instant. */
async function at(instant: Date): Promise<void> {
  await setClock(instant)
  await tick(instant)
}

test(
  'a resolution that is a second or a day late owes one day of its remedy, and the day after that two: on the public page',
  patience,
  async () => {
    const receipt = await filed({
      ...warranty,
      customer: { ...warranty.customer, email: 'tre@khach.example' },
    })
    const { code } = receipt
    const due = dueOf(receipt, 'resolution')

    await at(new Date(due.getTime() - hourMillis))
    expect((await seen(code)).remedies.filter(({ pledge }) => pledge === 'warranty-resolution')).toEqual([])

    const oneDay = async () =>
      (await seen(code)).remedies.find(({ pledge }) => pledge === 'warranty-resolution')
    await at(new Date(due.getTime() + secondMillis))
    expect(await oneDay()).toMatchObject({ state: 'owed', amount: { amount: 50_000, currency: 'VND' } })
    expect(await pageOf(code)).toContain('50.000 ₫')

    // A calendar day that has begun is the whole of the local day after the deadline's.
    await at(new Date(due.getTime() + dayMillis))
    expect(await oneDay()).toMatchObject({ amount: { amount: 50_000, currency: 'VND' } })
    const nextDay = new Date(`${localDay(new Date(due.getTime() + 2 * dayMillis))}T00:00:01+07:00`)
    await at(nextDay)
    const twoDays = await oneDay()
    expect(twoDays).toMatchObject({ amount: { amount: 100_000, currency: 'VND' } })
    const page = await pageOf(code)
    expect(page).toContain('100.000 ₫')
    expect(page).toContain(twoDays?.lines[0]?.text.replaceAll('\u00a0', ' ') ?? 'no line')
  },
)

test(
  'without script: the customer chooses a voucher, staff settle it late, and the penalty shows',
  patience,
  async () => {
    const email = 'phieu@khach.example'
    // Before the clock moves: a link to sign in works for minutes only.
    const cookie = await signIn('owner@minh-an.example')
    const receipt = await filed({ ...warranty, customer: { ...warranty.customer, email } })
    const { code, key } = receipt
    const due = dueOf(receipt, 'first_reply')
    await at(new Date(due.getTime() + secondMillis))
    const told = await mailTo(email, 'remedy')
    expect(told.text).toContain(`/minh-an/requests/${code}?key=${key}#remedies`)

    const visitor = await newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
    const page = await visitor.newPage()
    await page.goto(`${url}/minh-an/requests/${code}?key=${key}`)
    const voucher = page.getByRole('group', { name: /phiếu mua hàng/ })
    await voucher.getByLabel('Gửi tới điện thoại').check()
    await page.getByLabel('Số điện thoại nhận').fill('123')
    await page.getByRole('button', { name: 'Gửi lựa chọn' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Số điện thoại nhận').inputValue()).toBe('123')
    expect(await violations(await copyWithScript(page.url(), key))).toEqual([])
    await expectNoSidewaysScroll(page)
    await page.getByLabel('Số điện thoại nhận').fill('0912 345 678')
    await page.getByRole('button', { name: 'Gửi lựa chọn' }).click()
    await page.getByText('Đã ghi cách nhận của quý khách').waitFor()
    expect(await page.getByText('•••• 678').isVisible()).toBe(true)
    expect(await pageOf(code)).not.toContain('678')

    const [remedy] = (await seen(code, key)).remedies
    const settleBy = new Date(remedy?.settleBy ?? '')
    await at(new Date(settleBy.getTime() + secondMillis))
    const [late] = (await seen(code)).remedies
    expect(late?.amount).toEqual({ amount: 2 * (remedy?.amount?.amount ?? 0), currency: 'VND' })
    expect(late?.lines.map(({ reason }) => reason)).toContain('late_penalty')

    const settle = (seenAmount: Money | undefined) =>
      deskFetch(`/tickets/${code}/remedies/${remedy?.id}/settlement`, cookie, {
        method: 'POST',
        body: { reference: 'PMH-2026-118', seenAmount },
      })
    expect((await settle(remedy?.amount)).status).toBe(409)
    expect((await settle(late?.amount)).status).toBe(201)

    await page.reload()
    expect(await page.getByText('PMH-2026-118').isVisible()).toBe(true)
    expect(
      await page
        .getByText(/Trả chậm/)
        .first()
        .isVisible(),
    ).toBe(true)
    const everyone = await pageOf(code)
    expect(everyone).toContain('100.000 ₫')
    expect(everyone).toContain('Đã trả')
    expect(everyone).not.toContain('PMH-2026-118')
    expect((await mailTo(email, 'remedy')).text).toContain('PMH-2026-118')
    expect(complaintsOf(visitor).filter((line) => !line.includes('status of 422'))).toEqual([])
    await visitor.close()

    /** The same page for a checker that needs a script to look. */
    async function copyWithScript(address: string, itsKey: string) {
      const looker = await newVisitor({ viewport: { width: 320, height: 800 } })
      const copy = await looker.newPage()
      await copy.goto(`${address.split('#')[0]}?key=${itsKey}`)
      return copy
    }
  },
)
