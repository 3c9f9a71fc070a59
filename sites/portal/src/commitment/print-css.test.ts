import { expect, it } from 'vitest'
import { stringsIn } from '../strings/strings.ts'
import { exampleView } from '../testing/example-view.ts'
import { printCss } from './print-css.ts'

it('what stands in the margins of the pages says whose paper it is, which version, its fingerprint and the page', () => {
  const view = { ...exampleView, merchantName: 'Minh An', fingerprint: '0123456789abcdef' }
  const css = printCss(view, 'Cam kết', '01/11/2026', stringsIn('vi'))
  expect(css).toContain('@top-left{content:"Minh An · Cam kết"')
  expect(css).toContain('@top-right{content:"Bản 2, từ 01/11/2026"')
  expect(css).toContain('@bottom-left{content:"Dấu vân bản 2: 01234567 89abcdef"')
  expect(css).toContain('counter(page)')
})

it('no name of a merchant can end the text that it stands in', () => {
  const view = { ...exampleView, merchantName: 'A"}\n</style>\\' }
  const css = printCss(view, 'T', '01/11/2026', stringsIn('en'))
  expect(css).toContain('@top-left{content:"A\\22 }\\a \\3c /style>\\5c  · T"')
})
