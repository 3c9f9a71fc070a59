import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findChromium, installedChromium } from './find-chromium.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'camket-chromium-'))
  return () => rmSync(folder, { recursive: true })
})

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM names, before any on PATH', async () => {
    const named = join(folder, 'mine')
    writeFileSync(named, '')
    writeFileSync(join(folder, 'chromium'), '')
    await expect(findChromium({ CHROMIUM: named, PATH: folder })).resolves.toBe(named)
  })

  it('is never another one than CHROMIUM names', async () => {
    await expect(findChromium({ CHROMIUM: join(folder, 'absent'), PATH: folder })).rejects.toThrow(
      'does not exist',
    )
  })

  it.each(['chromium', 'google-chrome'])('is %s on PATH', (name) => {
    writeFileSync(join(folder, name), '')
    expect(installedChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, name))
  })
})
