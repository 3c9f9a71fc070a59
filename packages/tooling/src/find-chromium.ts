import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { runProgram } from './run-tool.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** What a browser in tests is started with: nothing that asks the internet, and no sandbox where root has none. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Path of a Chromium or Chrome: `CHROMIUM`, one on PATH, Playwright's own, or one that is installed now.
 * Throws an `Error` that says how to get one.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env.CHROMIUM) {
    if (existsSync(env.CHROMIUM)) return env.CHROMIUM
    throw new Error(`CHROMIUM names ${env.CHROMIUM}, which does not exist.`)
  }
  return installedChromium(env) ?? (await installChromium(env))
}

/** Path of a browser that is on this machine already, if there is one. */
export function installedChromium(env: NodeJS.ProcessEnv): string | undefined {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...macPaths, chromium.executablePath()].find((path) => existsSync(path))
}

async function installChromium(env: NodeJS.ProcessEnv): Promise<string> {
  const tries: string[] = []
  for (const [name, args] of waysToInstall()) {
    console.log(`No browser for the tests was found: ${name} ${args.join(' ')} …`)
    const { code, output } = await runProgram(name, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
    const path = installedChromium(env)
    if (code === 0 && path !== undefined) return path
    tries.push(`${name} ${args.join(' ')} ended with ${code}:\n${output}`)
  }
  throw new Error(
    `${tries.join('\n')}\nThe tests need Chromium or Chrome: install one, or name it (CHROMIUM=/path/to/chrome npm test).`,
  )
}

/** Debian's own package first, where it can be had: it brings the libraries that Playwright's build needs besides. */
function waysToInstall(): [string, string[]][] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const script = 'apt-get update -q && apt-get install -qy --no-install-recommends chromium'
  return [
    ...(isDebianRoot ? [['sh', ['-c', script]] satisfies [string, string[]]] : []),
    ['playwright-core', ['install', 'chromium']],
  ]
}
