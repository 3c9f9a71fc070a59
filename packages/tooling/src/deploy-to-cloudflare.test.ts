import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BuiltConfig, type Deployment, deployToCloudflare } from './deploy-to-cloudflare.ts'

const built: BuiltConfig = {
  name: 'camket',
  main: 'entry.mjs',
  vars: { PUBLIC_URL: 'http://localhost:8787', MAIL_FROM: 'Camket <a@b.example>' },
  d1_databases: [{ binding: 'DB', database_name: 'camket' }],
  r2_buckets: [{ binding: 'FILES', bucket_name: 'camket-files' }],
}

/** An account on the other side of wrangler: what it holds changes by the same commands as there. */
function account(holds: { databases?: string[]; buckets?: string[]; secrets?: string[]; broken?: string }) {
  const databases = [...(holds.databases ?? [])]
  const buckets = [...(holds.buckets ?? [])]
  const commands: string[] = []
  let config: BuiltConfig | undefined
  let sentSecrets: Record<string, string> = {}
  const ok = (output = '') => ({ code: 0, output })
  async function wrangler(args: string[]): Promise<{ code: number; output: string }> {
    const command = args.join(' ')
    commands.push(command)
    if (holds.broken !== undefined && command.startsWith(holds.broken))
      return { code: 1, output: 'A network error' }
    if (command.startsWith('d1 list')) {
      return ok(`A warning\n${JSON.stringify(databases.map((name) => ({ name, uuid: `id-of-${name}` })))}`)
    }
    if (command.startsWith('d1 create')) databases.push(args[2] ?? '')
    if (command.startsWith('r2 bucket list'))
      return ok(buckets.map((name) => `name:           ${name}\n`).join(''))
    if (command.startsWith('r2 bucket create')) buckets.push(args[3] ?? '')
    if (command.startsWith('secret list')) {
      if (holds.secrets === undefined) return { code: 1, output: 'This Worker does not exist [code: 10007]' }
      return ok(JSON.stringify(holds.secrets.map((name) => ({ name, type: 'secret_text' }))))
    }
    const file = args[args.indexOf('--secrets-file') + 1]
    if (args.includes('--secrets-file') && file !== undefined)
      sentSecrets = JSON.parse(readFileSync(file, 'utf8'))
    return ok()
  }
  const deployment: Deployment = {
    built,
    configPath: 'dist/wrangler.deploy.json',
    publicUrl: 'https://promise.example.com',
    mailFrom: 'Minh An <help@example.com>',
    writeConfig: (written) => {
      config = written
    },
    wrangler,
    say: () => undefined,
  }
  return { deployment, commands, config: () => config, secrets: () => sentSecrets }
}

describe('deploying', () => {
  it('creates everything in an empty account, migrates, then deploys with fresh secrets', async () => {
    const { deployment, commands, config, secrets } = account({})
    await deployToCloudflare(deployment)
    expect(commands.map((command) => command.replace(/secrets-file .*/, 'secrets-file …'))).toEqual([
      'whoami --json',
      'd1 list --json',
      'd1 create camket --no-update-config',
      'd1 list --json',
      'r2 bucket list',
      'r2 bucket create camket-files --no-update-config',
      'd1 migrations apply camket --remote -c dist/wrangler.deploy.json',
      'secret list --name camket --format json',
      'deploy -c dist/wrangler.deploy.json --secrets-file …',
    ])
    expect(config()?.d1_databases).toEqual([
      { binding: 'DB', database_name: 'camket', database_id: 'id-of-camket' },
    ])
    expect(Object.keys(secrets())).toEqual(['KEY_SECRET', 'AUTH_SECRET'])
    expect(secrets().KEY_SECRET).not.toBe(secrets().AUTH_SECRET)
  })

  it('creates nothing twice and keeps the secrets on which customers’ keys hang', async () => {
    const { deployment, commands } = account({
      databases: ['other', 'camket'],
      buckets: ['camket-files'],
      secrets: ['KEY_SECRET', 'AUTH_SECRET'],
    })
    await deployToCloudflare(deployment)
    expect(commands.filter((command) => command.includes('create'))).toEqual([])
    expect(commands.at(-1)).toBe('deploy -c dist/wrangler.deploy.json')
  })

  it('makes only the secret that is missing', async () => {
    const { deployment, secrets } = account({ secrets: ['KEY_SECRET'] })
    await deployToCloudflare(deployment)
    expect(Object.keys(secrets())).toEqual(['AUTH_SECRET'])
  })

  it.each(['d1 list', 'r2 bucket list', 'd1 migrations', 'secret list'])(
    'ends before it deploys when "%s" fails, rather than take something for missing',
    async (broken) => {
      const { deployment, commands } = account({ secrets: [], broken })
      await expect(deployToCloudflare(deployment)).rejects.toThrow('A network error')
      expect(commands.some((command) => command.startsWith('deploy'))).toBe(false)
      expect(commands.at(-1)).toContain(broken)
    },
  )

  it('tells who is not signed in what to do', async () => {
    const { deployment, commands } = account({ broken: 'whoami' })
    await expect(deployToCloudflare(deployment)).rejects.toThrow('Sign in first')
    expect(commands).toEqual(['whoami --json'])
  })

  it('serves a domain of one’s own, or workers.dev', async () => {
    const own = account({})
    await deployToCloudflare(own.deployment)
    expect(own.config()).toMatchObject({
      vars: { PUBLIC_URL: 'https://promise.example.com', MAIL_FROM: 'Minh An <help@example.com>' },
      workers_dev: false,
      routes: [{ pattern: 'promise.example.com', custom_domain: true }],
    })
    const free = account({})
    await deployToCloudflare({ ...free.deployment, publicUrl: 'https://camket.minh-an.workers.dev/' })
    expect(free.config()).toMatchObject({
      vars: { PUBLIC_URL: 'https://camket.minh-an.workers.dev' },
      workers_dev: true,
    })
    expect(free.config()).not.toHaveProperty('routes')
  })

  it.each([[undefined], ['http://camket.example']])(
    'asks nothing of the account with the address %s',
    async (publicUrl) => {
      const { deployment, commands } = account({})
      await expect(deployToCloudflare({ ...deployment, publicUrl })).rejects.toThrow('PUBLIC_URL')
      expect(commands).toEqual([])
    },
  )
})
