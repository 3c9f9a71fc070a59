import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { listen } from './listen.ts'
import { projectRoot } from './project-root.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Serves sites/demo-shop as a merchant with a strict policy would: scripts, images and requests only from its own
 * origin and Camket's, no inline style, no text turned into markup. `{CAMKET}` in a page becomes Camket's origin.
 */
export async function startShop(
  port: number,
  camketUrl: () => string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const file = fileOf(new URL(request.url ?? '/', 'http://shop.internal').pathname)
    const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    if (file === undefined || body === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Không tìm thấy trang này.\n')
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    const filled =
      extname(file) === '.html' ? body.toString('utf8').replaceAll('{CAMKET}', camketUrl()) : body
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': shopPolicy(camketUrl()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'no-cache',
    })
    response.end(filled)
  })
  const at = await listen(server, port)
  return { url: `http://localhost:${at.port}`, stop: at.stop }
}

function shopPolicy(camketUrl: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${camketUrl}`,
    `connect-src 'self' ${camketUrl}`,
    `img-src 'self' ${camketUrl}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** `/` is index.html, `/a/b` is a/b.html, a name with an ending is that file; nothing outside the shop's folder. */
function fileOf(pathname: string): string | undefined {
  if (!/^\/[a-z0-9/.-]*$/.test(pathname) || pathname.includes('..')) return undefined
  const name = pathname === '/' ? '/index.html' : pathname.includes('.') ? pathname : `${pathname}.html`
  return join(projectRoot, 'sites/demo-shop/src', name)
}
