// `npm run deploy`: puts Camket on Cloudflare. `npm run deploy -- --dry-run` does what can be done without an account.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { checkDeployment } from './check-deployment.ts'
import { type BuiltConfig, deployToCloudflare } from './deploy-to-cloudflare.ts'
import { projectRoot } from './project-root.ts'
import { runProgram } from './run-tool.ts'
import { testDist } from './test-dist.ts'

const isDryRun = process.argv.includes('--dry-run')
const dist = isDryRun ? testDist() : 'dist'
const serverDir = join(dist, 'site/server')
// Beside the configuration that the build wrote: paths in it are seen from there.
const configPath = join(serverDir, 'wrangler.deploy.json')

try {
  await build(dist, (step) => console.log(`Building ${step} …`))
  const built = JSON.parse(readFileSync(join(projectRoot, serverDir, 'wrangler.json'), 'utf8')) as BuiltConfig
  const deployment = {
    built,
    configPath,
    publicUrl: process.env.PUBLIC_URL ?? (isDryRun ? 'https://camket.example' : undefined),
    mailFrom: process.env.MAIL_FROM ?? (isDryRun ? built.vars.MAIL_FROM : undefined),
    writeConfig: (config: BuiltConfig) =>
      writeFileSync(join(projectRoot, configPath), JSON.stringify(config)),
    wrangler: (args: string[]) => runProgram('wrangler', args, {}),
    say: (line: string) => console.log(line),
  }
  await (isDryRun ? checkDeployment(deployment) : deployToCloudflare(deployment))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
