import type { Block, Letter } from './letter.ts'

/** The plain text part of a mail. */
export function layOutText(letter: Letter, footer: string): string {
  return [letter.heading, ...letter.blocks.map(blockText), `-- \n${footer}`].join('\n\n')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'text':
    case 'remark':
      return block.text
    case 'code':
      return `    ${block.code}`
    case 'action':
    case 'link':
      return `${block.label}:\n${block.url}`
    case 'quote':
      return `${block.by}:\n${block.text
        .split(/\r\n|\r|\n/)
        .map((line) => `> ${line}`)
        .join('\n')}`
    case 'promises':
      return [
        block.heading,
        ...block.promises.map(({ what, until, otherwise }) =>
          [`* ${what}: ${until}`, ...(otherwise ? [`  ${otherwise}`] : [])].join('\n'),
        ),
      ].join('\n')
  }
}
