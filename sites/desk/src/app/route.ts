/** What an address of the desk shows. */
export type Route =
  | { readonly name: 'inbox' }
  | { readonly name: 'ticket'; readonly code: string }
  | { readonly name: 'new-ticket' }
  | { readonly name: 'commitment' }
  | { readonly name: 'embed' }
  | { readonly name: 'help' }
  | { readonly name: 'remedies' }
  | { readonly name: 'sign-in'; readonly token?: string }
  | { readonly name: 'not-found' }

export function routeOf({ pathname, hash }: { pathname: string; hash: string }): Route {
  const path = pathname.replace(/\/+$/, '')
  if (path === '/desk') return { name: 'inbox' }
  if (path === '/desk/new') return { name: 'new-ticket' }
  if (path === '/desk/commitment') return { name: 'commitment' }
  if (path === '/desk/embed') return { name: 'embed' }
  if (path === '/desk/help') return { name: 'help' }
  if (path === '/desk/remedies') return { name: 'remedies' }
  if (path === '/desk/sign-in') {
    // Behind `#`, where no server's log and no `Referer` sees it.
    const token = new URLSearchParams(hash.slice(1)).get('token')
    return { name: 'sign-in', ...(token && { token }) }
  }
  const code = /^\/desk\/tickets\/([^/]+)$/.exec(path)?.[1]
  return code ? { name: 'ticket', code: decodeURIComponent(code) } : { name: 'not-found' }
}
