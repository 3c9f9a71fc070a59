import { handle } from '@astrojs/cloudflare/handler'
import { app } from './app.ts'
import type { Env } from './env.ts'

/** The Worker's entry, and the only file that knows Astro: the API, the desk's files, the portal's pages. */
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/') || pathname === '/healthz') return app.fetch(request, env, ctx)
    if (pathname === '/desk' || pathname.startsWith('/desk/')) return serveDesk(request, env)
    return handle(request, env, contextForPages(env, ctx))
  },

  async scheduled(controller, env) {
    await env.DB.prepare('SELECT ?1').bind(controller.scheduledTime).first()
  },
} satisfies ExportedHandler<Env>

/** Every address of the desk is the same document; its script reads the address. Files of it are static. */
async function serveDesk(request: Request, env: Env): Promise<Response> {
  return env.ASSETS.fetch(new Request(new URL('/desk/', request.url), { headers: request.headers }))
}

/**
 * What pages get as `Astro.locals.cfContext`: the runtime's context and `api`, the API of this same Worker
 * called in process, so that the portal uses the public contract without a round trip over the network.
 */
function contextForPages(env: Env, ctx: ExecutionContext): ExecutionContext {
  return new Proxy(ctx, {
    get(target, name) {
      if (name === 'api') return async (request: Request) => app.fetch(request, env, ctx)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
