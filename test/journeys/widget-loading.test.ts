import { expect, test } from 'vitest'
import { url } from './over-urls.ts'
import { launcherOf, shopPage } from './shop-page.ts'

test('a panel that did not come is asked for below another address, and so is all that it imports', async () => {
  const { page, complaints, close } = await shopPage('')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.route('**/w/chunks/**', (route) => route.abort())
  await page.evaluate((src) => {
    const script = Object.assign(document.createElement('script'), { src, async: true })
    script.dataset.merchant = 'minh-an'
    document.body.append(script)
  }, `${url}/w/camket.js`)
  await launcherOf(page).click()
  await page.getByText('Chưa mở được, xin bấm lại.').waitFor()
  await launcherOf(page).click()
  await page.getByRole('button', { name: 'Góp ý' }).waitFor()
  const again = asked.filter((path) => /^\/w\/1\/chunks\/[0-9a-f]{8}\/(panel|vi-request)\.js$/.test(path))
  expect(again).toHaveLength(2)
  expect(complaints.filter((said) => !said.includes('ERR_FAILED'))).toEqual([])
  await close()
})

test('a loader that was kept over a deployment opens today’s panel', async () => {
  const loader = await (await fetch(`${url}/w/camket.js`)).text()
  const old = loader.replace(/chunks\/[0-9a-f]{8}\//, 'chunks/00000000/')
  expect(old).not.toBe(loader)
  const { page, complaints, close } = await shopPage('')
  await page.route('**/w/camket.js', (route) =>
    route.fulfill({ body: old, contentType: 'text/javascript; charset=utf-8' }),
  )
  await page.evaluate((src) => {
    const script = Object.assign(document.createElement('script'), { src, async: true })
    script.dataset.merchant = 'minh-an'
    document.body.append(script)
  }, `${url}/w/camket.js`)
  await launcherOf(page).click()
  await page.getByRole('button', { name: 'Góp ý' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})
