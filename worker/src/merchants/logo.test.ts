import { env } from 'cloudflare:workers'
import { widgetConfig } from '@camket/contracts'
import { beforeAll, expect, it } from 'vitest'
import { app } from '../app.ts'
import { drawPicture } from '../demo/picture.ts'
import { ProblemError } from '../http/raise.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { setLogo } from './set-logo.ts'
import type { Merchant } from './store.ts'

const context = testContext('2026-11-16T02:00:00Z')
const picture = async () => Uint8Array.from(await drawPicture('minhAnLogo'))
const get = (path: string) => app.request(`https://camket.test/api/v1/merchants${path}`, {}, env)
let merchant: Merchant

beforeAll(async () => {
  merchant = await storeMerchant(context, { id: 'mer_1', slug: 'minh-an' })
  await storeMerchant(context, { id: 'mer_2', slug: 'song-xanh' })
})

it('a logo is served from our own origin, as the picture that it is and nothing else', async () => {
  await setLogo(context, env.FILES, merchant, await picture())
  const { logoUrl } = widgetConfig.parse(await (await get('/minh-an/widget')).json())
  expect(logoUrl).toMatch(/^https:\/\/camket\.test\/api\/v1\/merchants\/minh-an\/logo\?picture=[0-9a-f]{16}$/)
  const response = await app.request(logoUrl ?? '', {}, env)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(await picture())
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  })
})

it('a merchant without one has none, and one that is not there is not there', async () => {
  expect(widgetConfig.parse(await (await get('/song-xanh/widget')).json())).not.toHaveProperty('logoUrl')
  expect(await (await get('/song-xanh/logo')).json()).toMatchObject({ code: 'logo_not_found' })
  expect(await (await get('/nobody/logo')).json()).toMatchObject({ code: 'merchant_not_found' })
})

it('what is no picture that every browser draws, or is too large, is refused', async () => {
  const large = new Uint8Array(256 * 1024 + 1)
  large.set(await picture())
  const svg = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  )
  for (const wrong of [svg, large, new TextEncoder().encode('%PDF-1.4\n')]) {
    await expect(setLogo(context, env.FILES, merchant, Uint8Array.from(wrong))).rejects.toThrow(ProblemError)
  }
})
