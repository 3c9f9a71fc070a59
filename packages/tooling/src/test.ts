// `npm test`: every check there is, a line for each, the whole output of those that fail, and the sum at the end.
// `npm test -- worker unit` runs only the checks whose names begin so.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { type Check, checks } from './checks.ts'
import { findChromium } from './find-chromium.ts'
import { type CheckResult, runCheck } from './run-check.ts'
import { testDist } from './test-dist.ts'

const startedAt = performance.now()
const queue = chooseChecks(process.argv.slice(2))
const results: CheckResult[] = []
let buildState: 'running' | 'done' | 'failed' = 'running'

const dist = testDist()
const folder = await mkdtemp(join(tmpdir(), 'camket-checks-'))
const env = { CAMKET_TEST_DIST: dist, CHROMIUM: await findChromium() }
// The build takes one lane; the others begin with what needs none.
const building = queue.some(({ needsBuild }) => needsBuild) ? runBuild() : Promise.resolve()
const lanes = Math.max(2, availableParallelism())
await Promise.all([building.then(runLane), ...Array.from({ length: lanes - 1 }, runLane)])
await rm(folder, { recursive: true })
report()

function chooseChecks(prefixes: string[]): Check[] {
  const chosen = checks.filter(
    ({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
  )
  if (chosen.length > 0) return chosen
  console.error(`No check is called so. There are: ${checks.map(({ name }) => name).join('; ')}.`)
  process.exit(1)
}

async function runBuild(): Promise<void> {
  const buildStartedAt = performance.now()
  const seconds = () => (performance.now() - buildStartedAt) / 1000
  try {
    await build(dist)
    buildState = 'done'
    note({ name: 'build', passed: 1, failed: 0, seconds: seconds(), output: '' })
  } catch (error) {
    buildState = 'failed'
    const output = error instanceof Error ? error.message : String(error)
    note({ name: 'build', passed: 0, failed: 1, seconds: seconds(), output })
  }
}

async function runLane(): Promise<void> {
  for (;;) {
    const next = queue.findIndex(({ needsBuild }) => needsBuild === undefined || buildState !== 'running')
    if (next === -1 && queue.length > 0) {
      await building
      continue
    }
    const [check] = next === -1 ? [] : queue.splice(next, 1)
    if (check === undefined) return
    if (check.needsBuild && buildState === 'failed') {
      note({ name: check.name, passed: 0, failed: 1, seconds: 0, output: 'Not run: the build failed.' })
    } else {
      note(await runCheck(check, env, folder), check.show)
    }
  }
}

function note(result: CheckResult, show?: RegExp): void {
  results.push(result)
  const { name, passed, failed, seconds } = result
  const count = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s  ${count}`)
  for (const line of result.output.split('\n')) if (show?.test(line)) console.log(`  ${line}`)
}

function report(): void {
  for (const { name, output } of results.filter(({ failed }) => failed > 0)) {
    console.log(`\n──── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}\n${output.trim()}`)
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\nAll checks took ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
