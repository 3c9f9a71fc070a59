// Runs before every npm script, on the machine's own Node (plain JavaScript, nothing installed yet): installs what
// the lock file says, once. The Node that the scripts then run on is one of the installed packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pnpmVersion = '12.21.0'
const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..')
const stampPath = join(root, 'node_modules/.camket-set-up')
const [nodeMajor, nodeMinor] = process.versions.node.split('.').map(Number)

if (nodeMajor < 20) {
  fail(`Camket needs Node.js 20 or newer to set itself up; this is ${process.versions.node}.`)
}
const stamp = stampOf(root)
if (!existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== stamp) install()

function install() {
  console.log('Setting up: installing the packages of pnpm-lock.yaml …')
  const arguments_ = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  const { status, error, stdout, stderr } = spawnSync(
    'npx',
    ['--yes', '--prefer-offline', `pnpm@${pnpmVersion}`, ...arguments_],
    // CI: pnpm must never wait for an answer on a terminal.
    { cwd: root, encoding: 'utf8', env: { ...process.env, CI: '1' }, maxBuffer: 64 * 1024 * 1024 },
  )
  if (error !== undefined || status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}`)
    fail(
      `Installing failed (${error?.message ?? `exit code ${status}`}); its output stands above.\n` +
        'Check that the npm registry can be reached, then run the same command again.',
    )
  }
  if (!existsSync(join(root, 'node_modules/.bin/node')) && !runsTypeScript()) {
    fail(
      `There is no packaged Node for ${process.platform} ${process.arch}: install Node.js 24 and run this again ` +
        `(this one is ${process.versions.node}).`,
    )
  }
  writeFileSync(stampPath, stamp)
}

/** Everything that decides what an install produces. */
function stampOf(folder) {
  const hash = createHash('sha256')
  const packageFiles = ['packages', 'sites']
    .flatMap((group) => readdirSync(join(folder, group)).map((name) => `${group}/${name}/package.json`))
    .filter((path) => existsSync(join(folder, path)))
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'worker/package.json',
    ...packageFiles,
  ]
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(join(folder, path)))
  return hash.update(`${process.platform} ${process.arch} pnpm ${pnpmVersion}`).digest('hex')
}

/** Node runs TypeScript files as they are from 22.18 on. */
function runsTypeScript() {
  return nodeMajor > 22 || (nodeMajor === 22 && nodeMinor >= 18)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
