/** A run of words of an article. */
export type ArticleSpan = {
  readonly text: string
  readonly strong?: true
  /** Only http, https, mailto and tel. */
  readonly href?: string
}
/** A part of an article. */
export type ArticleBlock =
  | { readonly type: 'heading' | 'paragraph'; readonly spans: readonly ArticleSpan[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly ArticleSpan[])[] }

const itemStart = /^(?:([-*])|\d{1,3}[.)])\s+/

/**
 * An article's parts: paragraphs with a line left free between them, `## headings`, lists whose lines begin with `- ` or
 * `1. `, **strong** words and [links](https://…). Everything else is text as it stands, HTML too.
 */
export function articleBlocks(body: string): ArticleBlock[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')))
}

function blocksOf(lines: readonly string[]): ArticleBlock[] {
  const blocks: ArticleBlock[] = []
  let words: string[] = []
  let items: ArticleSpan[][] = []
  let ordered = false
  const end = () => {
    if (words.length > 0) blocks.push({ type: 'paragraph', spans: spansOf(words.join(' ')) })
    if (items.length > 0) blocks.push({ type: 'list', ordered, items })
    words = []
    items = []
  }
  for (const line of lines.map((one) => one.trim())) {
    const item = itemStart.exec(line)
    const heading = /^#{1,3}\s+(.+)$/.exec(line)?.[1]
    if (heading !== undefined) {
      end()
      blocks.push({ type: 'heading', spans: spansOf(heading) })
    } else if (item) {
      const isOrdered = item[1] === undefined
      if (items.length === 0 || isOrdered !== ordered) end()
      ordered = isOrdered
      items.push(spansOf(line.slice(item[0].length)))
    } else {
      if (items.length > 0) end()
      words.push(line)
    }
  }
  end()
  return blocks
}

const mark = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(((?:https?:\/\/|mailto:|tel:)[^\s)]+)\)/g

function spansOf(text: string): ArticleSpan[] {
  const spans: ArticleSpan[] = []
  let at = 0
  for (const found of text.matchAll(mark)) {
    if (found.index > at) spans.push({ text: text.slice(at, found.index) })
    const [whole, strong, label, href] = found
    if (strong !== undefined) spans.push({ text: strong, strong: true })
    else if (label !== undefined && href !== undefined) spans.push({ text: label, href })
    at = found.index + whole.length
  }
  if (at < text.length) spans.push({ text: text.slice(at) })
  return spans
}

/** The words alone, in one line. */
export function plainText(body: string): string {
  return articleBlocks(body)
    .flatMap((block) => (block.type === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join(' ')
}
