// `npm run reset`: clears the database, files, mails and secrets of STATE_DIR, and nothing else.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holdStateDir } from './hold-state-dir.ts'
import { readSettings } from './settings.ts'

const { stateDir } = readSettings(process.env)
await holdStateDir(stateDir).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
// Named one by one: STATE_DIR may by mistake be a folder that holds other things too.
const ours = ['v3', 'mail', 'secrets.json', 'worker.log']
const found = ours.map((name) => join(stateDir, name)).filter((path) => existsSync(path))
for (const path of found) rmSync(path, { recursive: true })
console.log(found.length === 0 ? `Nothing to clear in ${stateDir}.` : `Cleared ${stateDir}.`)
