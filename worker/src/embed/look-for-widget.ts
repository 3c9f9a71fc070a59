export type Sighting = {
  /** Merchants that the page's widgets name. */
  readonly merchants: ReadonlySet<string>
  readonly scriptHasNonce: boolean
  /** Policies in meta elements. */
  readonly policies: readonly string[]
}

/** What a page's HTML says of the widget: scripts that load it from `origin`, elements of it, and policies. */
export async function lookForWidget(page: Response, url: string, origin: string): Promise<Sighting> {
  const merchants = new Set<string>()
  const policies: string[] = []
  let scriptHasNonce = false
  const read = new HTMLRewriter()
    .on('script[src]', {
      element: (script) => {
        const src = URL.parse(script.getAttribute('src') ?? '', url)
        if (src?.origin !== origin || !/^\/w\/(?:[\w.-]+\/)?camket\.js$/.test(src.pathname)) return
        scriptHasNonce ||= script.hasAttribute('nonce')
        merchants.add(script.getAttribute('data-merchant') ?? '')
      },
    })
    .on('camket-widget', { element: (widget) => void merchants.add(widget.getAttribute('merchant') ?? '') })
    .on('meta[http-equiv][content]', {
      element: (meta) => {
        const name = meta.getAttribute('http-equiv')?.toLowerCase()
        if (name === 'content-security-policy') policies.push(meta.getAttribute('content') ?? '')
      },
    })
    .transform(page)
  await read.body?.pipeTo(new WritableStream())
  return { merchants, scriptHasNonce, policies }
}
