import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { holdStateDir } from './hold-state-dir.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'camket-hold-'))
  return () => rmSync(folder, { recursive: true })
})

describe('a state folder', () => {
  it('is held by one at a time, however it is written', async () => {
    const release = await holdStateDir(folder)
    await expect(holdStateDir(`${folder}/../${folder.split('/').at(-1)}/`)).rejects.toThrow('already runs')
    const other = await holdStateDir(join(folder, 'other'))
    await release()
    await (await holdStateDir(folder))()
    await other()
  })

  it('is free again when its holder was killed', async () => {
    const script = `import { holdStateDir } from './hold-state-dir.ts'
      await holdStateDir(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
    const args = ['--input-type=module-typescript', '-e', script, folder]
    const holder = spawn(process.execPath, args, {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    await expect(holdStateDir(folder)).rejects.toThrow('already runs')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await (await holdStateDir(folder))()
  })
})
