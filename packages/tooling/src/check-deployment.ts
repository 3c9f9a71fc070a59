import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrationNames } from './apply-migrations.ts'
import { type BuiltConfig, type Deployment, deployedConfig, secretNames } from './deploy-to-cloudflare.ts'
import { projectRoot } from './project-root.ts'

/** Everything of a deployment that needs no account: throws an `Error` on what would make it fail there. */
export async function checkDeployment(deployment: Deployment): Promise<void> {
  const { built, wrangler, say, configPath, publicUrl, mailFrom } = deployment
  if (publicUrl === undefined || mailFrom === undefined)
    throw new Error('PUBLIC_URL and MAIL_FROM are needed.')
  const unknown = unknownResources(built)
  if (unknown.length > 0) throw new Error(`Deploying does not know how to create: ${unknown.join(', ')}.`)
  const migrations = checkMigrations(join(projectRoot, 'worker/migrations'))
  deployment.writeConfig(deployedConfig(built, { publicUrl, mailFrom }, new Map()))
  const { code, output } = await wrangler(['deploy', '--dry-run', '-c', configPath])
  if (code !== 0) throw new Error(`wrangler deploy --dry-run failed:\n${output}`)

  say('A deployment would, in this order:')
  for (const { database_name } of built.d1_databases)
    say(`  create the database ${database_name}, if it is missing`)
  for (const { bucket_name } of built.r2_buckets) say(`  create the bucket ${bucket_name}, if it is missing`)
  say(`  apply those of ${migrations.length} migrations that are new: ${migrations.join(', ')}`)
  say(`  make those of the secrets ${secretNames.join(', ')} that are missing`)
  say(`  deploy the Worker ${built.name} to ${publicUrl}`)
}

/** Names of bound resources that somebody would have to create by hand. */
export function unknownResources(built: BuiltConfig): string[] {
  const created = ['d1_databases', 'r2_buckets']
  // Part of the Worker, or of the account.
  const nothingToCreate = ['ratelimits', 'send_email', 'durable_objects', 'migrations', 'rules']
  return Object.entries(built)
    .filter(([name]) => ![...created, ...nothingToCreate].includes(name))
    .filter(([, value]) => bindingsIn(value).some((entry) => typeof entry === 'object'))
    .map(([name]) => name)
}

/** `[…]`, or the `{ producers: […] }` and `{ bindings: […] }` of queues. */
function bindingsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    ['producers', 'consumers'].includes(name) && Array.isArray(member) ? member : [],
  )
}

/** Applies them all to an empty database; throws if one fails or their numbers leave room for a mistake. */
export function checkMigrations(folder: string): string[] {
  const names = migrationNames(folder)
  const db = new DatabaseSync(':memory:')
  names.forEach((name, index) => {
    if (Number.parseInt(name, 10) !== index)
      throw new Error(`Migration ${name} is number ${index} in its order.`)
    try {
      db.exec(readFileSync(join(folder, name), 'utf8'))
    } catch (error) {
      throw new Error(
        `Migration ${name} fails on an empty database: ${error instanceof Error ? error.message : error}`,
      )
    }
  })
  db.close()
  return names
}
