/** An attribute; `gaps` strings lie between the values of its gaps, so one string is a fixed value. */
export type Attribute = { readonly name: string; readonly texts: readonly string[] }
type Branch = {
  readonly tag: string
  readonly attributes: readonly Attribute[]
  readonly children: readonly MarkupNode[]
}
/** Text, an element, or a gap (null) that takes children. */
export type MarkupNode = string | Branch | null

const gap = '\u0001'
const tokens = /<(\/?)([\w-]+)([^>]*)>|[^<]+/g
const attributes = /([^\s=]+)(?:=(?:"([^"]*)"|(\S+)))?/g
const isVoid = /^(?:input|img|br)$/
const read = new Map<string, readonly MarkupNode[]>()

/**
 * Reads the markup of a template, once for all its uses; the same markup is the same object, also where it came over the network. By hand rather than by `innerHTML`: that needs a policy of its
 * own on pages that require Trusted Types, which not every page lets anybody make.
 */
export function readMarkup(strings: readonly string[]): readonly MarkupNode[] {
  const markup = strings.join(gap)
  const known = read.get(markup)
  if (known) return known
  const top: MarkupNode[] = []
  const stack = [top]
  for (const [text, end, tag, rest = ''] of markup.replace(/\s+/g, ' ').matchAll(tokens)) {
    const children = stack.at(-1) as MarkupNode[]
    if (end) stack.pop()
    else if (tag) {
      const inner: MarkupNode[] = []
      children.push({ tag, attributes: readAttributes(rest), children: inner })
      if (!isVoid.test(tag)) stack.push(inner)
    } else {
      text.split(gap).forEach((piece, index) => {
        if (index > 0) children.push(null)
        if (piece) children.push(piece)
      })
    }
  }
  read.set(markup, top)
  return top
}

function readAttributes(text: string): Attribute[] {
  return [...text.replace(/\/$/, '').matchAll(attributes)].map(([, name = '', quoted, bare]) => ({
    name,
    texts: (quoted ?? bare ?? '').split(gap),
  }))
}
