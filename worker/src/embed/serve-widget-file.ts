const asked = /^\/w\/(?:[\w.]+-[0-9a-f]{8}\/)?(?:\d+\/)?chunks\/[0-9a-f]{8}\/([\w-]+\.js)$/

/**
 * A script of the widget that does not lie where it was asked for. Loaders ask again below `/w/1/…`, `/w/2/…` for what
 * did not come: a browser that remembers a failure takes those for other modules. And a loader that a browser has kept
 * over a deployment names a folder that is gone: its customers get today's file, from where it lies. Undefined where
 * there is no such file.
 */
export async function serveWidgetFile(
  url: URL,
  files: { readonly fetch: (url: URL) => Promise<Response> },
): Promise<Response | undefined> {
  const [, name] = asked.exec(url.pathname) ?? []
  if (name === undefined) return undefined
  const first = new URL(url.pathname.replace(/\/\d+\/chunks\//, '/chunks/'), url)
  if (first.pathname !== url.pathname) {
    const file = await files.fetch(first)
    if (file.ok) return file
  }
  const list = await files.fetch(new URL('/w/integrity.json', url))
  if (!list.ok) return undefined
  const { integrity } = (await list.json()) as { readonly integrity: Readonly<Record<string, string>> }
  const today = Object.keys(integrity).find((path) => path.startsWith('chunks/') && path.endsWith(`/${name}`))
  if (today === undefined) return undefined
  return new Response(null, {
    status: 302,
    headers: {
      Location: new URL(`/w/${today}`, url).href,
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
}
