import { expect, test } from 'vitest'
import { articleBlocks, plainText } from './article-text.ts'

test('an article has paragraphs, headings and lists; a line that is not free ends no paragraph', () => {
  const body = 'Một\nhai\r\n\r\n## Ba\n- bốn\n- năm\n1. sáu\n2. bảy\ntám'
  expect(articleBlocks(body)).toEqual([
    { type: 'paragraph', spans: [{ text: 'Một hai' }] },
    { type: 'heading', spans: [{ text: 'Ba' }] },
    { type: 'list', ordered: false, items: [[{ text: 'bốn' }], [{ text: 'năm' }]] },
    { type: 'list', ordered: true, items: [[{ text: 'sáu' }], [{ text: 'bảy' }]] },
    { type: 'paragraph', spans: [{ text: 'tám' }] },
  ])
})

test('words are strong or lead somewhere safe; everything else stands as it was typed', () => {
  const [paragraph] = articleBlocks(
    'Xem **kỹ** [ở đây](https://a.example/b) [x](javascript:alert(1)) <b>a</b> 2 * 3',
  )
  expect(paragraph).toEqual({
    type: 'paragraph',
    spans: [
      { text: 'Xem ' },
      { text: 'kỹ', strong: true },
      { text: ' ' },
      { text: 'ở đây', href: 'https://a.example/b' },
      { text: ' [x](javascript:alert(1)) <b>a</b> 2 * 3' },
    ],
  })
})

test('its words alone make one line', () => {
  expect(plainText('## A\n\n- **b**\n- [c](tel:1900)\n\nd')).toBe('A b c d')
  expect(plainText(' \n ')).toBe('')
})
