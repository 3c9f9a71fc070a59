import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { sourceHash } from './source-hash.ts'

let root: string
const hash = () => sourceHash(['a', 'lock.yaml', 'absent'], root)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'camket-hash-'))
  mkdirSync(join(root, 'a/b'), { recursive: true })
  writeFileSync(join(root, 'a/b/c.ts'), 'one')
  writeFileSync(join(root, 'lock.yaml'), 'lock')
  return () => rmSync(root, { recursive: true })
})

it('is the same for the same files', () => {
  expect(hash()).toBe(hash())
})

it.each<[string, () => void]>([
  ['a file changes', () => writeFileSync(join(root, 'a/b/c.ts'), 'two')],
  ['a file comes', () => writeFileSync(join(root, 'a/d.ts'), '')],
  ['a file goes', () => rmSync(join(root, 'a/b/c.ts'))],
  ['a file gets another name', () => renameSync(join(root, 'a/b/c.ts'), join(root, 'a/b/d.ts'))],
  ['the lock changes', () => writeFileSync(join(root, 'lock.yaml'), 'other')],
])('is another when %s', (_what, change) => {
  const before = hash()
  change()
  expect(hash()).not.toBe(before)
})

it('does not look at tests, nor at what was built or installed', () => {
  const before = hash()
  writeFileSync(join(root, 'a/b/c.test.ts'), 'a test')
  mkdirSync(join(root, 'a/node_modules'))
  writeFileSync(join(root, 'a/node_modules/x.js'), 'installed')
  expect(hash()).toBe(before)
})
