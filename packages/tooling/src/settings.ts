import { isAbsolute, join } from 'node:path'
import { projectRoot } from './project-root.ts'

export type Settings = {
  /** Port of portal, API and desk; 0 takes a free one. */
  port: number
  /** Port of the demo shop; 0 takes a free one. */
  shopPort: number
  /** Absolute path of the folder that holds the database, files, mails and secrets. */
  stateDir: string
}

/** Reads `PORT`, `SHOP_PORT` and `STATE_DIR`; throws an `Error` that says which one is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = readPort(env, 'PORT', 8787)
  const shopPort = readPort(env, 'SHOP_PORT', 8788)
  if (port !== 0 && port === shopPort)
    throw new Error(`PORT and SHOP_PORT are both ${port}: give each its own.`)
  const stateDir = env.STATE_DIR || '.wrangler/state'
  return { port, shopPort, stateDir: isAbsolute(stateDir) ? stateDir : join(projectRoot, stateDir) }
}

function readPort(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const text = env[name]
  if (text === undefined || text === '') return standard
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${name} must be a port number from 0 to 65535, not "${text}".`)
  }
  return port
}
