// `npm run bench`: figures, which no test can hold because machines differ. `npm run bench -- widget` runs only that.
import { type Long, runInTurn, served } from './run-in-turn.ts'

const benches: readonly Long[] = [
  { name: 'widget', command: served('bench', 'widget'), needsBuild: true },
  {
    // Rows that a sweep reads among a hundred thousand closed requests; `npm test` counts them among five thousand.
    name: 'sweep',
    command: [
      'env',
      'CAMKET_CLOSED_TICKETS=100000',
      'vitest',
      'run',
      '--config',
      'worker/vitest.config.ts',
      'src/deadlines/rows-read.test.ts',
      '--disable-console-intercept',
    ],
  },
  { name: 'look-back', command: ['node', 'packages/tooling/src/bench-look-back.ts'], needsBuild: true },
]

await runInTurn(benches, process.argv.slice(2))
