import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { budgets, type Weighed, weigh } from './budgets/budgets.ts'
import { filesIn, loadedWith, sourcesOf } from './budgets/measure.ts'

// The folder that was built for the tests (packages/tooling/src/test-dist.ts), or that of `npm start`.
const dist = join(import.meta.dirname, '..', process.env.CAMKET_TEST_DIST ?? 'dist')
const weighed: Weighed[] = []

describe('what is built', () => {
  it.each(budgets.map((budget) => ({ ...budget, kilobytes: budget.gzip_bytes_max / 1000 })))(
    'keeps $what within $kilobytes kB of gzip',
    (budget) => {
      const weight = weigh(budget, dist)
      weighed.push(weight)
      expect(weight.files.length).toBeGreaterThan(0)
      expect(weight.bytes).toBeLessThanOrEqual(budget.gzip_bytes_max)
    },
  )

  it('gives no script to the portal’s pages but to the one that confirms', () => {
    const scripts = filesIn(join(dist, 'site/client'), '.js').filter((path) => !/\/(?:w|desk)\//.test(path))
    expect(scripts.map((path) => /\/([a-z]+)\.astro/.exec(path)?.[1])).toEqual(['confirm'])
  })

  it('keeps the sign-in library off the customer’s path', () => {
    const server = join(dist, 'site/server')
    const signIn = (files: string[]) => sourcesOf(files).filter((source) => source.includes('better-auth'))
    expect(signIn(loadedWith(join(server, 'entry.mjs')))).toEqual([])
    // It is in the build, so the line above could have found it.
    expect(signIn(filesIn(server, '.mjs'))).not.toEqual([])
  })

  it('keeps the validation library out of the widget', () => {
    const widget = filesIn(join(dist, 'public/w'), '.js')
    expect(widget.length).toBeGreaterThan(1)
    for (const path of widget) expect(readFileSync(path, 'utf8')).not.toMatch(/ZodError|\$ZodType/)
  })
})

afterAll(() => {
  for (const { what, bytes, gzip_bytes_max } of weighed) {
    const size = (value: number) => (value / 1000).toFixed(1).padStart(7)
    console.log(`budget  ${what.padEnd(42)}${size(bytes)} of${size(gzip_bytes_max)} kB gzip`)
  }
})
