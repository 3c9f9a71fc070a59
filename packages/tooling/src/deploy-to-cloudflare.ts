import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomSecret } from './local-secrets.ts'

/** What deploying reads of the configuration that the build wrote; the rest of it is passed on as it is. */
export type BuiltConfig = {
  name: string
  vars: Record<string, string>
  d1_databases: { binding: string; database_name: string; database_id?: string; migrations_dir?: string }[]
  r2_buckets: { binding: string; bucket_name: string }[]
  [key: string]: unknown
}

export type Deployment = {
  built: BuiltConfig
  /** Where `writeConfig` puts the configuration, seen from the root. */
  configPath: string
  /** Origin under which customers will reach it. */
  publicUrl: string | undefined
  /** Sender of mails; its domain must be set up for sending on Cloudflare. */
  mailFrom: string | undefined
  writeConfig: (config: BuiltConfig) => void
  wrangler: (args: string[]) => Promise<{ code: number; output: string }>
  say: (line: string) => void
}

/** Made once, by the first deployment, and never changed by a later one: tickets' keys and sessions hang on them. */
export const secretNames = ['KEY_SECRET', 'AUTH_SECRET'] as const

/**
 * Creates what is missing, applies the migrations, and deploys. Whatever cannot be found out ends it (an `Error` with
 * wrangler's output): a database or a secret that is only believed to be missing must not be made anew.
 */
export async function deployToCloudflare(deployment: Deployment): Promise<void> {
  const { wrangler, say, configPath } = deployment
  const settings = settingsOf(deployment)
  const { code } = await wrangler(['whoami', '--json'])
  if (code !== 0) throw new Error('Sign in first: `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.')

  const databaseIds = await ensureDatabases(deployment)
  await ensureBuckets(deployment)
  deployment.writeConfig(deployedConfig(deployment.built, settings, databaseIds))

  for (const { database_name } of deployment.built.d1_databases) {
    say(`Applying migrations to ${database_name} …`)
    await must(wrangler, ['d1', 'migrations', 'apply', database_name, '--remote', '-c', configPath])
  }
  const missing = await missingSecrets(deployment)
  say(missing.length > 0 ? `Deploying, with new secrets ${missing.join(', ')} …` : 'Deploying …')
  await withSecretsFile(missing, (path) =>
    must(wrangler, ['deploy', '-c', configPath, ...(path === undefined ? [] : ['--secrets-file', path])]),
  )
  say(`Camket is at ${settings.publicUrl}.`)
}

/** The built configuration with this account's ids and the deployment's own address. */
export function deployedConfig(
  built: BuiltConfig,
  { publicUrl, mailFrom }: { publicUrl: string; mailFrom: string },
  databaseIds: ReadonlyMap<string, string>,
): BuiltConfig {
  const host = new URL(publicUrl).host
  const isOwnDomain = !host.endsWith('.workers.dev')
  return {
    ...built,
    vars: { ...built.vars, PUBLIC_URL: publicUrl, MAIL_FROM: mailFrom },
    workers_dev: !isOwnDomain,
    ...(isOwnDomain && { routes: [{ pattern: host, custom_domain: true }] }),
    d1_databases: built.d1_databases.map((database) => {
      const id = databaseIds.get(database.database_name)
      return id === undefined ? database : { ...database, database_id: id }
    }),
  }
}

function settingsOf({ publicUrl, mailFrom }: Deployment): { publicUrl: string; mailFrom: string } {
  if (!publicUrl || !mailFrom) {
    throw new Error(
      'Say where customers will reach it and who sends its mails, for example:\n' +
        "PUBLIC_URL=https://promise.example.com MAIL_FROM='Example <help@example.com>' npm run deploy",
    )
  }
  const { protocol, origin } = new URL(publicUrl)
  if (protocol !== 'https:') throw new Error(`PUBLIC_URL must begin with https://, not ${publicUrl}.`)
  return { publicUrl: origin, mailFrom }
}

async function ensureDatabases({ built, wrangler, say }: Deployment): Promise<Map<string, string>> {
  const list = async () => {
    const output = await must(wrangler, ['d1', 'list', '--json'])
    const databases = JSON.parse(output.slice(output.indexOf('['))) as { name: string; uuid: string }[]
    return new Map(databases.map(({ name, uuid }) => [name, uuid]))
  }
  const existing = await list()
  const missing = built.d1_databases.filter(({ database_name }) => !existing.has(database_name))
  for (const { database_name } of missing) {
    say(`Creating the database ${database_name} …`)
    await must(wrangler, ['d1', 'create', database_name, '--no-update-config'])
  }
  return missing.length === 0 ? existing : list()
}

async function ensureBuckets({ built, wrangler, say }: Deployment): Promise<void> {
  const output = await must(wrangler, ['r2', 'bucket', 'list'])
  const existing = new Set([...output.matchAll(/^name:\s+(\S+)/gm)].map(([, name]) => name))
  for (const { bucket_name } of built.r2_buckets.filter((bucket) => !existing.has(bucket.bucket_name))) {
    say(`Creating the bucket ${bucket_name} …`)
    await must(wrangler, ['r2', 'bucket', 'create', bucket_name, '--no-update-config'])
  }
}

/** Cloudflare's code for a Worker that does not exist: only then are there surely no secrets. */
const noSuchWorker = /\bcode: 10007\b/

async function missingSecrets({ wrangler, built }: Deployment): Promise<string[]> {
  const args = ['secret', 'list', '--name', built.name, '--format', 'json']
  const { code, output } = await wrangler(args)
  if (code !== 0) {
    if (noSuchWorker.test(output)) return [...secretNames]
    throw new Error(`wrangler ${args.join(' ')} failed:\n${output}`)
  }
  const present = JSON.parse(output.slice(output.indexOf('['))) as { name: string }[]
  return secretNames.filter((name) => !present.some((secret) => secret.name === name))
}

async function withSecretsFile(
  names: string[],
  use: (path: string | undefined) => Promise<unknown>,
): Promise<void> {
  if (names.length === 0) {
    await use(undefined)
    return
  }
  const path = join(tmpdir(), `camket-secrets-${randomSecret()}.json`)
  writeFileSync(path, JSON.stringify(Object.fromEntries(names.map((name) => [name, randomSecret()]))), {
    mode: 0o600,
  })
  try {
    await use(path)
  } finally {
    rmSync(path, { force: true })
  }
}

async function must(wrangler: Deployment['wrangler'], args: string[]): Promise<string> {
  const { code, output } = await wrangler(args)
  if (code !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${output}`)
  return output
}
