import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { warranty } from './over-urls.ts'

const { url, dist } = inject('camket')
const root = join(import.meta.dirname, '../..')
let stateDir: string
let ports: { PORT: string; SHOP_PORT: string }
let running: Run | undefined

type Run = { process: ChildProcess; output: () => string }

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'camket-start-'))
  ports = { PORT: String(await freePort()), SHOP_PORT: String(await freePort()) }
})
afterEach(async () => {
  // Only a test that failed half way has left one running.
  if (running !== undefined) await stopped('SIGINT')
})
afterAll(() => rmSync(stateDir, { recursive: true, force: true }))

describe('npm start', () => {
  it('tells the addresses at which portal, desk, shop and API then answer', async () => {
    const { output } = await started()
    const told = [...output().matchAll(/http:\/\/localhost:\d+[^\s)]*/g)].map(([address]) => address)
    expect(told).toContain(`http://localhost:${ports.PORT}/minh-an`)
    expect(told).toContain(`http://localhost:${ports.SHOP_PORT}`)
    for (const address of told)
      expect({ address, status: (await fetch(address)).status }).toMatchObject({ status: 200 })
    const ownWords = output().split('start.ts\n').at(-1)
    expect(ownWords).not.toMatch(/warn|deprecat|experimental|error/i)
    await stopped('SIGINT')
  })

  it('keeps the data for the next start', async () => {
    const code = await started().then(fileTicket)
    await stopped('SIGINT')
    await started()
    const status = await fetch(`http://localhost:${ports.PORT}/api/v1/tickets/${code}`)
    expect(status.status).toBe(200)
    await stopped('SIGINT')
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves no process behind on %s', async (signal) => {
    const { process: npm } = await started()
    const family = descendantsOf(npm.pid ?? 0)
    expect(family.length).toBeGreaterThanOrEqual(2)
    await stopped(signal)
    await vi.waitFor(() => expect(family.filter(isAlive)).toEqual([]), { timeout: 10_000 })
  })

  it('lets nobody else start on its folder, or clear it', async () => {
    await started()
    for (const script of ['start', 'reset'] as const) {
      const { process: npm, output } = run(script, { PORT: '0', SHOP_PORT: '0' })
      expect(await once(npm, 'exit')).toEqual([1, null])
      expect(output()).toContain(`Camket already runs on ${stateDir}`)
    }
    await stopped('SIGINT')
  })

  it('says which port is taken and what to do, and does nothing else', async () => {
    const { process: npm, output } = run('start', { PORT: new URL(url).port })
    const [code] = await once(npm, 'exit')
    expect(code).toBe(1)
    expect(output()).toContain(`Port ${new URL(url).port} is taken by another program.`)
    expect(output()).toContain('PORT=')
    expect(output()).not.toContain('Building')
  })
})

describe('npm run reset', () => {
  it('clears what npm start made and leaves what else lies there', async () => {
    writeFileSync(join(stateDir, 'mine.txt'), 'not Camket’s')
    const { process: npm } = run('reset', {})
    expect(await once(npm, 'exit')).toEqual([0, null])
    expect(existsSync(join(stateDir, 'v3'))).toBe(false)
    expect(existsSync(join(stateDir, 'secrets.json'))).toBe(false)
    expect(readFileSync(join(stateDir, 'mine.txt'), 'utf8')).toBe('not Camket’s')
  })
})

async function started(): Promise<Run> {
  const starting = run('start', {})
  running = starting
  const { stdout } = starting.process
  await new Promise<void>((resolve, reject) => {
    stdout?.on('data', () => starting.output().includes('Ctrl-C ends this') && resolve())
    starting.process.once('exit', () => {
      running = undefined
      reject(new Error(starting.output()))
    })
  })
  return starting
}

/** Sends the signal as a terminal would (Ctrl-C goes to all of the group), or as a service manager would (to npm). */
async function stopped(signal: NodeJS.Signals): Promise<void> {
  const npm = running?.process
  if (npm?.pid === undefined) throw new Error('Nothing runs.')
  const exit = once(npm, 'exit')
  if (signal === 'SIGTERM') npm.kill(signal)
  else process.kill(-npm.pid, signal)
  await exit
  running = undefined
}

function run(script: 'start' | 'reset', env: Record<string, string>): Run {
  const npm = spawn('npm', ['run', script], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...ports,
      STATE_DIR: stateDir,
      CAMKET_DIST: dist,
      npm_config_update_notifier: 'false',
      ...env,
    },
  })
  const parts: string[] = []
  npm.stdout.setEncoding('utf8').on('data', (text: string) => parts.push(text))
  npm.stderr.setEncoding('utf8').on('data', (text: string) => parts.push(text))
  return { process: npm, output: () => parts.join('') }
}

async function fileTicket(): Promise<string> {
  const response = await fetch(`http://localhost:${ports.PORT}/api/v1/merchants/minh-an/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(warranty),
  })
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { code: string }).code
}

/** Every process that it started, directly or not, as the system sees it. */
function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number))
  const childrenOf = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)])
  return childrenOf(pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
