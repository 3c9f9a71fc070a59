import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type LocalSecrets = { KEY_SECRET: string; AUTH_SECRET: string }

/** Secrets of this state folder: made once, so that tickets' keys and staff sessions outlive a restart. */
export function localSecrets(stateDir: string): LocalSecrets {
  const path = join(stateDir, 'secrets.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as LocalSecrets
  const secrets = { KEY_SECRET: randomSecret(), AUTH_SECRET: randomSecret() }
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

/** 256 random bits as text. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
