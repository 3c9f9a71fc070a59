import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

/**
 * Runs a tool of node_modules/.bin without showing what it prints; throws an `Error` with all of it if the tool fails.
 * `cwd` and `dist` (the output folder) are seen from the root.
 */
export async function runTool(
  name: string,
  args: string[],
  { cwd, dist }: { cwd: string; dist: string },
): Promise<void> {
  const { code, output } = await runProgram(name, args, { cwd, env: { CAMKET_DIST: dist } })
  if (code !== 0)
    throw new Error(`${name} ${args.join(' ')} (in ${cwd}) failed with exit code ${code}:\n${output}`)
}

/** Runs a program to its end; `output` is what it wrote to stdout and stderr, in the order in which it came. */
export function runProgram(
  name: string,
  args: string[],
  { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> },
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const folder = join(projectRoot, cwd)
    const bins = [join(folder, 'node_modules/.bin'), join(projectRoot, 'node_modules/.bin')].join(':')
    const child = spawn(name, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietEnv, PATH: `${bins}:${process.env.PATH}`, ...env },
    })
    const parts: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => parts.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => parts.push(text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }))
  })
}

const quietEnv = {
  CI: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
  NO_UPDATE_NOTIFIER: '1',
  NO_COLOR: '1',
}
