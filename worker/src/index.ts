import type { handle } from '@astrojs/cloudflare/handler'
import { app } from './app.ts'
import { serveWidgetFile } from './embed/serve-widget-file.ts'
import type { Env } from './env.ts'
import { redirectToHttps, withStrictTransport } from './http/https-only.ts'
import { scheduled } from './scheduled.ts'

/** The Worker's entry, and the only file that knows Astro: the API, the desk's files, the portal's pages. */
export default {
  async fetch(request, env, ctx) {
    const elsewhere = redirectToHttps(request, env.PUBLIC_URL)
    return elsewhere ?? withStrictTransport(await serve(request, env, ctx), env.PUBLIC_URL)
  },

  scheduled,
} satisfies ExportedHandler<Env>

async function serve(
  request: Parameters<typeof handle>[0],
  env: Env,
  ctx: ExecutionContext,
): Promise<Response> {
  const url = new URL(request.url)
  const { pathname } = url
  if (pathname.startsWith('/api/') || pathname === '/healthz') return app.fetch(request, env, ctx)
  if (pathname.startsWith('/desk/assets/')) return serveDeskFile(request, env)
  if (pathname === '/desk/preview') return serveDeskPage(request, env, '/desk/preview', previewPolicy)
  if (pathname === '/desk' || pathname.startsWith('/desk/'))
    return serveDeskPage(request, env, '/desk/', deskPolicy)
  const widgetFile = await serveWidgetFile(url, env.ASSETS)
  if (widgetFile) return widgetFile
  // Pages are drawn by what only they need: the API's answers do not wait until it is parsed.
  const pages = await import('@astrojs/cloudflare/handler')
  return pages.handle(request, env, contextForPages(env, ctx))
}

/** The desk talks to its own origin alone; its icons come inside its script, as data. */
const deskPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The widget's preview, in a frame of the desk, reaches nothing: whatever is pressed there, nothing is filed. */
const previewPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A file that is not there is not remembered: the next deployment may bring it, and files are kept for a year. */
async function serveDeskFile(request: Request, env: Env): Promise<Response> {
  const file = await env.ASSETS.fetch(request)
  return file.status === 404
    ? new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
    : file
}

/** Every address of the desk is the same document; its script reads the address. Files of it are static. */
async function serveDeskPage(request: Request, env: Env, path: string, policy: string): Promise<Response> {
  const page = await env.ASSETS.fetch(new Request(new URL(path, request.url), { headers: request.headers }))
  const headers = new Headers(page.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cache-Control', 'no-cache')
  return new Response(page.body, { status: page.status, headers })
}

/**
 * What pages get as `Astro.locals.cfContext`: the runtime's context and `api`, the API of this same Worker
 * called in process, so that the portal uses the public contract without a round trip over the network.
 */
function contextForPages(env: Env, ctx: ExecutionContext): ExecutionContext {
  const portalEnv: Env = { ...env, FROM_PORTAL: true }
  return new Proxy(ctx, {
    get(target, name) {
      if (name === 'api') return async (request: Request) => app.fetch(request, portalEnv, ctx)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
