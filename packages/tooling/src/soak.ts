// `npm run soak`: what `npm test` shows in few rounds, in many. `npm run soak -- widget` runs only that.
import { type Long, runInTurn, served } from './run-in-turn.ts'

const soaks: readonly Long[] = [{ name: 'widget', command: served('soak', 'widget'), needsBuild: true }]

await runInTurn(soaks, process.argv.slice(2))
