import { expect } from 'vitest'
import { deskFetch } from './over-urls.ts'

export type Settings = Record<string, unknown> & { revision: number; fields: unknown[] }

/** Changes some of a merchant's settings, as the desk does. */
export async function setUp(cookie: string, changed: Record<string, unknown>): Promise<void> {
  const shown = (await (await deskFetch('/embed', cookie)).json()) as Settings
  const { merchant: _m, locale: _l, identify: _i, snippet: _s, ...settings } = shown
  const body = { ...settings, ...changed }
  const response = await deskFetch('/embed', cookie, { method: 'PUT', body })
  expect(response.status, await response.text()).toBe(200)
}
