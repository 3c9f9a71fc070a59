/** One line of `npm test`. */
export type Check = {
  name: string
  /** A program that counts as one test, or a vitest configuration whose tests count one by one. */
  run: { command: [string, ...string[]]; cwd?: string } | { vitest: string }
  /** Waits for the build (see test-dist.ts). */
  needsBuild?: true
  /** Lines of its output that are worth showing when it passes too. */
  show?: RegExp
}

/** Every check there is; longer ones first, so that the lanes end together. */
export const checks: readonly Check[] = [
  { name: 'journeys', run: { vitest: 'packages/tooling/vitest/journeys.config.ts' }, needsBuild: true },
  { name: 'faults', run: { vitest: 'packages/tooling/vitest/faults.config.ts' }, needsBuild: true },
  { name: 'worker', run: { vitest: 'worker/vitest.config.ts' } },
  { name: 'browser', run: { vitest: 'packages/tooling/vitest/browser.config.ts' } },
  { name: 'types: portal', run: { command: ['astro', 'check'], cwd: 'sites/portal' } },
  { name: 'unit', run: { vitest: 'packages/tooling/vitest/unit.config.ts' } },
  {
    name: 'deploy, dry run',
    run: { command: ['node', 'packages/tooling/src/deploy.ts', '--dry-run'] },
    needsBuild: true,
  },
  {
    name: 'house',
    run: { vitest: 'packages/tooling/vitest/house.config.ts' },
    needsBuild: true,
    show: /^budget /,
  },
  { name: 'unused code', run: { command: ['knip'] } },
  { name: 'lint', run: { command: ['biome', 'ci', '--colors=off'] } },
  ...[
    'packages/core',
    'packages/contracts',
    'packages/card',
    'packages/widget',
    'packages/widget/build',
    'packages/tooling',
    'packages/recount',
    'worker',
    'sites/desk',
    'test',
  ].map((folder) => ({
    name: `types: ${folder}`,
    run: { command: ['tsc', '-p', folder] as [string, ...string[]] },
  })),
]
