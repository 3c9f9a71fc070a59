import { Hono } from 'hono'
import type { Env } from './env.ts'

/** The map of the API. */
export const app = new Hono<{ Bindings: Env }>()

app.get('/healthz', async (c) => {
  await c.env.DB.prepare('SELECT 1').first()
  return c.json({ status: 'ok' })
})
