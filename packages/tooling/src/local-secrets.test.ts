import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { localSecrets } from './local-secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'camket-secrets-'))
  return () => rmSync(folder, { recursive: true })
})

it('makes secrets once for a state folder, others for another, readable by nobody else', () => {
  const first = localSecrets(folder)
  expect(localSecrets(folder)).toEqual(first)
  expect(first.KEY_SECRET).toMatch(/^[\w-]{43}$/)
  expect(first.KEY_SECRET).not.toBe(first.AUTH_SECRET)
  expect(localSecrets(join(folder, 'other'))).not.toEqual(first)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0)
})
