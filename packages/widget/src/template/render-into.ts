import { nothing, type Template } from './html.ts'
import { type Attribute, type MarkupNode, readMarkup } from './read-markup.ts'

/** Takes the value of a gap; it remembers the last one and does nothing where it is the same. */
type Gap = (value: unknown) => void

const roots = new WeakMap<Node, Gap>()

/** Draws a template (or a text, a list, `nothing`) into a node; the next time only what differs is touched. `host` is `this` in its event listeners. */
export function renderInto(root: Node, content: unknown, host: object): void {
  let gap = roots.get(root)
  if (!gap) {
    gap = childGap(root, host)
    roots.set(root, gap)
  }
  gap(content)
}

/** A place for children between two empty texts, so that it can be emptied whatever stands in it. */
function childGap(parent: Node, host: object): Gap & { remove: () => void } {
  const start = parent.appendChild(new Text())
  const end = parent.appendChild(new Text())
  let text: Text | undefined
  let drawn: { readonly strings: TemplateStringsArray; readonly gaps: readonly Gap[] } | undefined
  let items: ReturnType<typeof childGap>[] | undefined

  const clear = () => {
    while (start.nextSibling !== end) start.nextSibling?.remove()
    text = undefined
    drawn = undefined
    items = undefined
  }
  const put = (node: Node) => end.before(node)

  const setList = (values: readonly unknown[]) => {
    if (!items) clear()
    items ??= []
    for (const item of items.splice(values.length)) item.remove()
    for (const [index, value] of values.entries()) {
      const known = items[index]
      if (known) {
        known(value)
        continue
      }
      const fragment = document.createDocumentFragment()
      const item = childGap(fragment, host)
      item(value)
      put(fragment)
      items.push(item)
    }
  }
  const setTemplate = ({ strings, values }: Template) => {
    if (drawn?.strings === strings) return fill(drawn.gaps, values)
    clear()
    const fragment = document.createDocumentFragment()
    const gaps: Gap[] = []
    draw(readMarkup(strings), fragment, gaps, host)
    // Before it is put on the page: an element finds its properties set when it is connected.
    fill(gaps, values)
    put(fragment)
    drawn = { strings, gaps }
  }
  const setText = (said: string) => {
    if (!text) {
      clear()
      text = new Text()
      put(text)
    }
    if (text.data !== said) text.data = said
  }

  const gap = (value: unknown) => {
    if (Array.isArray(value)) setList(value)
    else if (isTemplate(value)) setTemplate(value)
    else setText(value === nothing ? '' : String(value ?? ''))
  }
  return Object.assign(gap, {
    remove() {
      clear()
      start.remove()
      end.remove()
    },
  })
}

function fill(gaps: readonly Gap[], values: readonly unknown[]): void {
  for (const [index, gap] of gaps.entries()) gap(values[index])
}

function draw(markup: readonly MarkupNode[], into: Node, gaps: Gap[], host: object): void {
  for (const node of markup) {
    if (node === null) gaps.push(childGap(into, host))
    else if (typeof node === 'string') into.appendChild(new Text(node))
    else {
      const element = document.createElement(node.tag)
      if (element instanceof HTMLButtonElement) element.type = 'button'
      for (const attribute of node.attributes) setUp(element, attribute, gaps, host)
      draw(node.children, element, gaps, host)
      into.appendChild(element)
    }
  }
}

function setUp(element: Element, { name, texts }: Attribute, gaps: Gap[], host: object): void {
  const [first = '', ...others] = texts
  const rest = name.slice(1)
  const set =
    name[0] === '.'
      ? (value: unknown) => Object.assign(element, { [rest]: value })
      : name[0] === '?'
        ? (value: unknown) => element.toggleAttribute(rest, Boolean(value))
        : (value: unknown) =>
            value === nothing
              ? element.removeAttribute(name)
              : element.setAttribute(name, String(value ?? ''))
  if (name[0] === '@') gaps.push(listener(element, rest, host))
  else if (others.length === 0) set(first)
  else if (others.length === 1 && first + others[0] === '') gaps.push(ifChanged(set))
  else {
    const values: unknown[] = []
    others.forEach((_, index) => {
      gaps.push(
        ifChanged((value) => {
          values[index] = value
          set(others.reduce((text, piece, at) => text + String(values[at] ?? '') + piece, first))
        }),
      )
    })
  }
}

function listener(element: Element, type: string, host: object): Gap {
  let listen: unknown
  element.addEventListener(type, (event) => {
    if (typeof listen === 'function') listen.call(host, event)
  })
  return (value) => {
    listen = value
  }
}

function ifChanged(set: Gap): Gap {
  let last: unknown = listener
  return (value) => {
    if (value === last) return
    last = value
    set(value)
  }
}

function isTemplate(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && 'strings' in value
}
