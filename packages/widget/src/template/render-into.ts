import { nothing, type Template } from '@camket/contracts/template'
import { type Attribute, type MarkupNode, readMarkup } from './read-markup.ts'

/** Takes the value of a gap; it remembers the last one and does nothing where it is the same. */
type Gap = (value: unknown) => void
type ChildGap = Gap & { readonly remove: () => void }

const roots = new WeakMap<Node, Gap>()

/** Draws a template (or a text, a list, `nothing`) into a node; the next time only what differs is touched. `host` is `this` in its event listeners. */
export function renderInto(root: Node, content: unknown, host: object): void {
  const gap = roots.get(root) ?? childGap(root, host)
  roots.set(root, gap)
  gap(content)
}

/** A place for children between two texts, so that it can be emptied whatever stands in it. The first holds a text. */
function childGap(parent: Node, host: object): ChildGap {
  const start = parent.appendChild(new Text())
  const end = parent.appendChild(new Text())
  /** The markup of the template that stands there, or that it is a list. */
  let shape: unknown
  let gaps: Gap[] = []
  const clear = () => {
    while (start.nextSibling !== end) start.nextSibling?.remove()
  }
  const gap = (value: unknown) => {
    const { strings, values } = Object(value) as Partial<Template>
    const list = Array.isArray(value) ? value : undefined
    const markup = strings && readMarkup(strings)
    const now = markup ?? (list && 'list')
    const isOther = now !== shape
    const text = now ? '' : String(value ?? '')
    if (isOther) {
      clear()
      gaps = []
      shape = now
    }
    if (start.data !== text) start.data = text
    // Before it is put on the page: an element finds its properties set when it is connected.
    const fragment = new DocumentFragment()
    if (markup && isOther) draw(markup, fragment, gaps, host)
    if (list) {
      for (const item of gaps.splice(list.length)) (item as ChildGap).remove()
      while (gaps.length < list.length) gaps.push(childGap(fragment, host))
    }
    for (const [index, item] of (list ?? values ?? []).entries()) gaps[index]?.(item)
    end.before(fragment)
  }
  return Object.assign(gap, {
    remove() {
      clear()
      start.remove()
      end.remove()
    },
  })
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
  const rest = name.slice(1)
  const set = (value: unknown) => {
    if (name[0] === '.') Object.assign(element, { [rest]: value })
    else if (name[0] === '?') element.toggleAttribute(rest, Boolean(value))
    else if (value === nothing) element.removeAttribute(name)
    else element.setAttribute(name, String(value ?? ''))
  }
  if (name[0] === '@') {
    let listen: unknown
    element.addEventListener(rest, (event) => {
      if (typeof listen === 'function') listen.call(host, event)
    })
    gaps.push((value) => {
      listen = value
    })
    return
  }
  const values: unknown[] = []
  const isOne = texts.length === 2 && texts.join('') === ''
  texts.slice(1).forEach((_, index) => {
    gaps.push((value) => {
      if (index in values && values[index] === value) return
      values[index] = value
      set(isOne ? value : String.raw({ raw: texts }, ...values))
    })
  })
  if (texts.length === 1) set(texts[0])
}
