import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import packageJson from '../package.json' with { type: 'json' }

/**
 * Puts all of the build below `VERSION/` once more, for merchants who pin what they embed, with a list of what each file
 * hashes to. The version names the content too (`0.1.0-3f2a9c1e`), so an address never says two things. What was
 * released before and is kept in `releases/VERSION/` stays at its address.
 */
export function publishVersion(): Plugin {
  return {
    name: 'camket:publish-version',
    // Last, so that it copies what is written.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .map(({ fileName, code }) => ({ fileName, code }))
        const loader = files.find(({ fileName }) => fileName === 'camket.js')
        if (loader === undefined) this.error('The loader was not built.')
        const hash = createHash('sha256').update(loader.code).digest('hex').slice(0, 8)
        const version = `${packageJson.version}-${hash}`
        const integrity = Object.fromEntries(files.map(({ fileName, code }) => [fileName, integrityOf(code)]))
        for (const { fileName, code } of files) {
          this.emitFile({ type: 'asset', fileName: `${version}/${fileName}`, source: code })
        }
        const list = `${JSON.stringify({ version, integrity }, undefined, 2)}\n`
        this.emitFile({ type: 'asset', fileName: `${version}/integrity.json`, source: list })
        for (const fileName of releasedFiles()) {
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(releases, fileName)) })
        }
        // Where the newest version is found.
        this.emitFile({ type: 'asset', fileName: 'integrity.json', source: list })
      },
    },
  }
}

const releases = join(import.meta.dirname, '../releases')

function releasedFiles(): string[] {
  if (!existsSync(releases)) return []
  const names = readdirSync(releases, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => statSync(join(releases, name)).isFile())
}

const integrityOf = (code: string) => `sha384-${createHash('sha384').update(code).digest('base64')}`
