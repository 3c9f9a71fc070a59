import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

const bases = { a: 'aăâ', e: 'eê', i: 'i', o: 'oôơ', u: 'uư', y: 'y' }
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

describe('folded text', () => {
  it('has the plain letter for every Vietnamese vowel in every tone, and for đ', () => {
    for (const [plain, vowels] of Object.entries(bases)) {
      for (const vowel of vowels) {
        for (const tone of tones) {
          const letter = `${vowel}${tone}`.normalize('NFC')
          expect(foldText(letter + letter.toUpperCase())).toBe(plain + plain)
        }
      }
    }
    expect(foldText('Đđ')).toBe('dd')
  })

  it('is the same however the text was typed: composed, decomposed, in capitals', () => {
    for (const text of ['Điện thoại Sông Xanh', 'Nguyễn Thị Phượng', 'Ångström café']) {
      for (const form of [text.normalize('NFC'), text.normalize('NFD'), text.toUpperCase()]) {
        expect(foldText(form)).toBe(foldText(text))
      }
    }
    expect(foldText('Nguyễn Thị Phượng')).toBe('nguyen thi phuong')
  })

  it('keeps digits, signs and letters without marks', () => {
    expect(foldText('CK-7F3K / 0912 (東京) ø')).toBe('ck-7f3k / 0912 (東京) ø')
  })

  it('is not folded any further by folding it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
    )
  })
})
