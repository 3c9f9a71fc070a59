import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './checks.ts'
import { runProgram } from './run-tool.ts'

export type CheckResult = { name: string; passed: number; failed: number; seconds: number; output: string }

/** Runs one check to its end. `env` goes to its process, `folder` takes vitest's report. */
export async function runCheck(
  check: Check,
  env: Record<string, string>,
  folder: string,
): Promise<CheckResult> {
  const startedAt = performance.now()
  const counted =
    'vitest' in check.run
      ? await runVitest(check.run.vitest, env, join(folder, `${check.name}.json`))
      : await runCommand(check.run, env)
  return { name: check.name, seconds: (performance.now() - startedAt) / 1000, ...counted }
}

type Counted = Omit<CheckResult, 'name' | 'seconds'>

async function runCommand(
  { command: [name, ...args], cwd }: { command: [string, ...string[]]; cwd?: string },
  env: Record<string, string>,
): Promise<Counted> {
  const { code, output } = await runProgram(name, args, { env, ...(cwd === undefined ? {} : { cwd }) })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
}

async function runVitest(config: string, env: Record<string, string>, reportPath: string): Promise<Counted> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
  const { code, output } = await runProgram('vitest', ['run', '--config', config, ...reporters], { env })
  const report = await readFile(reportPath, 'utf8').catch(() => undefined)
  return countVitest(code, output, report)
}

/** What a vitest run counts for: a run without a test, a skipped test and a failure outside any test fail too. */
export function countVitest(code: number, output: string, report: string | undefined): Counted {
  if (report === undefined) return { passed: 0, failed: 1, output: `${output}\nVitest wrote no report.` }
  const { numPassedTests, numTotalTests } = JSON.parse(report) as {
    numPassedTests: number
    numTotalTests: number
  }
  if (numTotalTests === 0) return { passed: 0, failed: 1, output: `${output}\nNo test was found.` }
  const notPassed = numTotalTests - numPassedTests
  return { passed: numPassedTests, failed: notPassed === 0 && code !== 0 ? 1 : notPassed, output }
}
