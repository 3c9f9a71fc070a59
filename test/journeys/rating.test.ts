import { expect, test } from 'vitest'
import { newStaff, newVisitor, violations } from './browser.ts'
import { resolved, url } from './over-urls.ts'
import { launcherOf, shopPage, snippet, strictPolicy } from './shop-page.ts'

type Widget = HTMLElement & {
  on: (event: string, listener: (detail: unknown) => void) => void
  track: (code: string, key: string) => Promise<unknown>
}

test('a customer rates in the widget of a strict page, nothing is lost by a reload, and the desk shows it', async () => {
  const { code, key } = await resolved()
  const { page, complaints, close } = await shopPage(snippet, { policy: strictPolicy })
  const openRequest = () =>
    page.evaluate(({ code, key }) => (document.querySelector('camket-widget') as Widget).track(code, key), {
      code,
      key,
    })
  await launcherOf(page).waitFor()
  await openRequest()
  await page.getByRole('radiogroup', { name: 'Quý khách hài lòng tới đâu?' }).waitFor()
  await page.getByRole('radio', { name: 'Trên mong đợi' }).check()
  await page.getByLabel(/Lời của quý khách/).fill('Thợ tới đúng hẹn, “rất” tử tế.')
  expect(await violations(page)).toEqual([])

  await page.reload()
  await launcherOf(page).waitFor()
  await openRequest()
  await page.getByLabel(/Lời của quý khách/).waitFor()
  expect(await page.getByLabel(/Lời của quý khách/).inputValue()).toBe('Thợ tới đúng hẹn, “rất” tử tế.')
  expect(await page.getByRole('radio', { name: 'Trên mong đợi' }).isChecked()).toBe(true)
  await page.getByLabel(/Vì điều gì/).selectOption({ label: 'Con người: Thái độ' })
  const told = page.evaluate(
    () =>
      new Promise((tell) => {
        ;(document.querySelector('camket-widget') as Widget).on('rated', tell)
      }),
  )
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  expect(await told).toEqual({ code, level: 5 })
  await page.getByText('Đổi đánh giá').waitFor()
  expect(complaints).toEqual([])
  await close()

  const staff = await newStaff('owner@minh-an.example')
  const desk = await staff.newPage()
  await desk.goto(`${url}/desk/tickets/${code}`)
  await desk.getByText('Trên mong đợi').first().waitFor()
  await desk.getByText('Thợ tới đúng hẹn, “rất” tử tế.').first().waitFor()
  await staff.close()
  // Nobody else sees it.
  expect(await (await fetch(`${url}/minh-an/requests/${code}`)).text()).not.toContain('tử tế')
})

test('without script: a rating is given on the page of the request, and given otherwise', async () => {
  const { code, key } = await resolved()
  const visitor = await newVisitor({ javaScriptEnabled: false })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an/requests/${code}?key=${key}`)
  await page.getByRole('radio', { name: 'Rất tệ' }).check()
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await page.getByText('Đã ghi đánh giá. Cảm ơn quý khách.').waitFor()
  await page.getByText('Đổi đánh giá').click()
  await page.getByRole('radio', { name: 'Xuất sắc' }).check()
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await page.getByText('Đã ghi đánh giá. Cảm ơn quý khách.').waitFor()
  const { rating } = (await (
    await fetch(`${url}/api/v1/tickets/${code}`, { headers: { Authorization: `Bearer ${key}` } })
  ).json()) as { rating: { level: number } }
  expect(rating.level).toBe(6)
  await visitor.close()
})
