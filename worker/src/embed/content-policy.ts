type Directive = 'script-src' | 'connect-src' | 'img-src'

/** What the widget needs of a page's policy: its script, the API that it talks to, and pictures of it. */
const needs: readonly Directive[] = ['script-src', 'connect-src', 'img-src']

/**
 * What a page would have to allow of `origin` and does not. `policies`: each Content-Security-Policy that holds there,
 * as header or meta element; all of them have to allow a thing. `scriptHasNonce`: the widget's script element has one.
 */
export function blockedBy(
  policies: readonly string[],
  {
    origin,
    page,
    scriptHasNonce,
  }: { readonly origin: string; readonly page: string; readonly scriptHasNonce: boolean },
): { directive: Directive; source: string }[] {
  const allowed = policies.flatMap((header) => header.split(',')).map(directivesOf)
  return needs
    .filter((directive) =>
      allowed.some((policy) => {
        const sources = policy.get(directive) ?? policy.get('default-src')
        if (!sources) return false
        const byNonce = directive === 'script-src' && scriptHasNonce && sources.some(isNonce)
        // `strict-dynamic` has the list of addresses ignored.
        const isStrict = directive === 'script-src' && sources.includes("'strict-dynamic'")
        return !byNonce && (isStrict || !sources.some((source) => isMatch(source, origin, page)))
      }),
    )
    .map((directive) => ({ directive, source: origin }))
}

function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>()
  for (const part of policy.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    // Of a directive that stands there twice, the first holds.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  return directives
}

const isNonce = (source: string): boolean => /^'nonce-/i.test(source)

/** A source expression (CSP level 3) against an origin; paths are not looked at: `/w/` and `/api/` lie anywhere. */
function isMatch(source: string, origin: string, page: string): boolean {
  const wanted = new URL(origin)
  if (source === '*') return true
  if (source === "'self'") return origin === page
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1]
  if (scheme !== undefined) return `${scheme.toLowerCase()}:` === wanted.protocol
  const [, ownScheme, host = '', port] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(?:\/.*)?$/i.exec(source) ?? []
  // Without a scheme the page's own is meant, or a safer one.
  if (ownScheme && `${ownScheme.toLowerCase()}:` !== wanted.protocol) return false
  if (port !== '*' && (port ?? '') !== wanted.port) return false
  const name = host.toLowerCase()
  return name.startsWith('*.') ? wanted.hostname.endsWith(name.slice(1)) : name === wanted.hostname
}
