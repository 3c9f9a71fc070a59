// `npm run soak`: what `npm test` shows in few rounds, in many. `npm run soak -- widget` runs only that.
import { type Long, runInTurn, served } from './run-in-turn.ts'

const soaks: readonly Long[] = [
  { name: 'widget', command: served('soak', 'widget'), needsBuild: true },
  {
    // How much of the rules' code no test would miss if it were otherwise; what did not change is not tried again.
    name: 'mutation',
    command: ['node', 'node_modules/@stryker-mutator/core/bin/stryker.js', 'run'],
    cwd: 'packages/core',
  },
  {
    name: 'year',
    command: [
      'vitest',
      'run',
      '--config',
      'packages/tooling/vitest/year.config.ts',
      '--disable-console-intercept',
    ],
  },
]

await runInTurn(soaks, process.argv.slice(2))
