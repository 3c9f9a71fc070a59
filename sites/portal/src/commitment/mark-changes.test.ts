import { describe, expect, it } from 'vitest'
import { markChanges } from './mark-changes.ts'

/** With what is marked in brackets. */
function marked(before: string, after: string): [before: string, after: string] {
  const found = markChanges(before, after)
  const told = (parts: (typeof found)['before']) =>
    parts
      .map(({ text, isChanged }) => (isChanged ? `[${text.trimEnd()}]${/\s$/.test(text) ? ' ' : ''}` : text))
      .join('')
  return [told(found.before), told(found.after)]
}

describe('what changed in a text', () => {
  it('is nothing where the texts are the same', () => {
    expect(marked('Trả lời trong 4 giờ', 'Trả lời trong 4 giờ')).toEqual([
      'Trả lời trong 4 giờ',
      'Trả lời trong 4 giờ',
    ])
  })

  it('is a number as a whole, with its separators and its sign', () => {
    expect(
      marked('Trễ: phiếu 30.000\u00a0₫, trả trong 5 ngày.', 'Trễ: phiếu 50.000\u00a0₫, trả trong 3 ngày.'),
    ).toEqual([
      'Trễ: phiếu [30.000\u00a0₫], trả trong [5] ngày.',
      'Trễ: phiếu [50.000\u00a0₫], trả trong [3] ngày.',
    ])
    expect(marked('on Monday 8:00–12:00.', 'on Monday 8:30–12:00.')).toEqual([
      'on Monday [8:00–12:00].',
      'on Monday [8:30–12:00].',
    ])
    expect(marked('It is £10.34 a day', 'It is £10.43 a day')).toEqual([
      'It is [£10.34] a day',
      'It is [£10.43] a day',
    ])
  })

  it('is a word as a whole, with all its marks, composed or not', () => {
    expect(marked('đổi hàng mới', 'đôi hàng mới')).toEqual(['[đổi] hàng mới', '[đôi] hàng mới'])
    expect(marked('được trễ hẹn', 'được trê\u0303 hẹn')).toEqual(['được [trễ] hẹn', 'được [trê\u0303] hẹn'])
  })

  it('is told on the side that has it', () => {
    expect(marked('we pay the way back', 'we pay back')).toEqual(['we pay [the way] back', 'we pay back'])
    expect(marked('we pay back', 'we pay the way back')).toEqual(['we pay back', 'we pay [the way] back'])
  })

  it('is everything where the two have hardly a word in common', () => {
    expect(marked('It shows in public; no sum is owed.', 'You receive the money back.')).toEqual([
      '[It shows in public; no sum is owed.]',
      '[You receive the money back.]',
    ])
  })

  it('leaves each text whole: its parts together are the text', () => {
    const texts = ['Một  hai,\tba.', 'a\u00a0b 1.000 ₫', '', '…', '100 % — “Ệ ữ”']
    for (const before of texts) {
      for (const after of texts) {
        const found = markChanges(before, after)
        expect(
          found.before
            .map(({ text }) => text.trim())
            .join(' ')
            .replaceAll(/\s/g, ''),
        ).toBe(before.replaceAll(/\s/g, ''))
        expect(
          found.after
            .map(({ text }) => text.trim())
            .join(' ')
            .replaceAll(/\s/g, ''),
        ).toBe(after.replaceAll(/\s/g, ''))
      }
    }
  })
})
