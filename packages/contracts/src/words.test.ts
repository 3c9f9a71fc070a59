import { expect, test } from 'vitest'
import { customerMessageBody, fileTicketBody } from './tickets.ts'
import { words } from './words.ts'

test.each(['Ệ ữ', 'e\u0323\u0302', '?', '👍', '0', '\u202eabc', '\u0000x'])(
  '%j is something to read',
  (text) => {
    expect(words(10).parse(` ${text}\n`)).toBe(text)
  },
)

test.each(['', ' \n', '\u200b\u200b', '\u2060\u00ad', '\u202e', '\u0301', '\u3164', '\u2800'])(
  '%j is nothing to read, and said to be so once',
  (text) => {
    const { error } = customerMessageBody.safeParse({ text })
    expect(error?.issues.map(({ path, code, ...rest }) => [path, code, rest])).toHaveLength(1)
    expect(fileTicketBody.shape.subject.safeParse(text).success).toBe(false)
  },
)
