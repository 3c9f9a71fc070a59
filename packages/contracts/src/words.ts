import * as z from 'zod'

/**
 * Words that somebody wrote, without the space around them. Something of them can be seen: what looks empty is
 * `too_small`, whatever unseen characters it holds.
 */
export const words = (chars_max: number) =>
  z
    .string()
    .trim()
    .min(1, { abort: true })
    .max(chars_max)
    .refine((text) => visible.test(text), {
      error: 'Write something that can be seen.',
      params: { code: 'too_small' },
    })

/** A letter, digit, mark of writing or symbol, but for those of them that are blank (Hangul fillers, empty braille). */
const visible = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u
