import * as z from 'zod'
import type { Env } from '../env.ts'
import { HalfWrittenError, seed } from './seed.ts'

const seedBody = z.strictObject({ now: z.iso.datetime(), shopUrl: z.url(), publicUrl: z.url() })

/**
 * A Worker of its own that runs once on a developer's machine, before anything is served; it is no part of what is
 * deployed. `POST /seed` fills an empty database and answers with counts, or with `{ skipped: true }`.
 */
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url)
    if (pathname !== '/seed' || request.method !== 'POST') return new Response(null, { status: 404 })
    const body = seedBody.safeParse(await request.json().catch(() => undefined))
    if (!body.success) return new Response(z.prettifyError(body.error), { status: 422 })
    const { now, shopUrl } = body.data
    try {
      return Response.json(await seed(env, { now: new Date(now), allowedOrigins: [new URL(shopUrl).origin] }))
    } catch (error) {
      if (error instanceof HalfWrittenError) return new Response(error.message, { status: 409 })
      throw error
    }
  },
} satisfies ExportedHandler<Env>
