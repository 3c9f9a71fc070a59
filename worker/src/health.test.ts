import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { app } from './app.ts'

it('is healthy when the database answers', async () => {
  const response = await app.request('/healthz', {}, env)
  expect(response.status).toBe(200)
})
