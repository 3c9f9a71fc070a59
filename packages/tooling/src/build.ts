import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildStep, buildSteps } from './build-steps.ts'
import { projectRoot } from './project-root.ts'
import { sourceHash } from './source-hash.ts'

/**
 * Builds into `dist` (a folder seen from the root) what has changed since the last build there. Resolves to the names
 * of the steps that ran; throws an `Error` with the tool's output if one fails.
 */
export async function build(
  dist: string,
  onStep: (name: string) => void = () => undefined,
): Promise<string[]> {
  const hashes = stepHashes()
  const stale = buildSteps.filter((step) => !isFresh(step, dist, hashes))
  const running = new Map<BuildStep['name'], Promise<void>>()
  for (const step of stale) {
    const before = Promise.all(step.after.map((name) => running.get(name)))
    running.set(
      step.name,
      before.then(() => runStep(step, dist, hashes, onStep)),
    )
  }
  const results = await Promise.allSettled(running.values())
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return stale.map(({ name }) => name)
}

/** Whether everything in `dist` was built from the sources as they are now. */
export function isBuilt(dist: string): boolean {
  const hashes = stepHashes()
  return buildSteps.every((step) => isFresh(step, dist, hashes))
}

async function runStep(
  step: BuildStep,
  dist: string,
  hashes: ReadonlyMap<string, string>,
  onStep: (name: string) => void,
): Promise<void> {
  onStep(step.name)
  // Removed first: a build that breaks half way must not pass for a whole one.
  rmSync(stampPath(step, dist), { force: true })
  await step.run(dist)
  mkdirSync(join(projectRoot, dist, '.built'), { recursive: true })
  writeFileSync(stampPath(step, dist), hashes.get(step.name) ?? '')
}

function isFresh(step: BuildStep, dist: string, hashes: ReadonlyMap<string, string>): boolean {
  const path = stampPath(step, dist)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== hashes.get(step.name)) return false
  return step.name === 'demo' || existsSync(join(projectRoot, dist, step.output))
}

/** A step's hash covers the steps whose output it takes in. */
function stepHashes(): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>()
  for (const step of buildSteps) {
    const sources = step.after.flatMap(
      (name) => buildSteps.find((other) => other.name === name)?.sources ?? [],
    )
    hashes.set(step.name, sourceHash([...new Set([...sources, ...step.sources])].sort()))
  }
  return hashes
}

function stampPath(step: BuildStep, dist: string): string {
  return join(projectRoot, dist, '.built', step.name)
}
