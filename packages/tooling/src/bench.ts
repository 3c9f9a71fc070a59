// `npm run bench`: figures, which no test can hold because machines differ. `npm run bench -- widget` runs only that.
import { type Long, runInTurn, served } from './run-in-turn.ts'

const benches: readonly Long[] = [
  { name: 'widget', command: served('bench', 'widget'), needsBuild: true },
  { name: 'look-back', command: ['node', 'packages/tooling/src/bench-look-back.ts'], needsBuild: true },
]

await runInTurn(benches, process.argv.slice(2))
