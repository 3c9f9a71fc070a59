import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.ts'
import { findChromium } from './find-chromium.ts'
import { projectRoot } from './project-root.ts'
import { testDist } from './test-dist.ts'

/** Something that takes longer than `npm test` may; it prints what it finds. */
export type Long = {
  name: string
  command: [string, ...string[]]
  /** Where it is run, seen from the root; the root where it says nothing. */
  cwd?: string
  /** Waits for a build (see test-dist.ts). */
  needsBuild?: true
}

/** Runs those whose names are given, or all, one after the other, and shows what they print. Sets the exit code. */
export async function runInTurn(all: readonly Long[], names: readonly string[]): Promise<void> {
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name))
  const unknown = names.filter((name) => !all.some((one) => one.name === name))
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`)
    process.exitCode = 1
    return
  }
  const dist = testDist()
  if (chosen.some(({ needsBuild }) => needsBuild)) await build(dist)
  const env = { ...process.env, CAMKET_TEST_DIST: dist, CHROMIUM: await findChromium() }
  for (const { name, command, cwd } of chosen) {
    console.log(`── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`)
    if ((await run(command, join(projectRoot, cwd ?? ''), env)) !== 0) process.exitCode = 1
  }
}

function run(
  [program, ...args]: readonly [string, ...string[]],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })
}

/** The files of a folder below `test/`, with a Camket of their own; a filter names one of them. */
export const served = (folder: 'bench' | 'soak', filter: string): Long['command'] => [
  'vitest',
  'run',
  '--config',
  `packages/tooling/vitest/${folder}.config.ts`,
  '--disable-console-intercept',
  filter,
]
