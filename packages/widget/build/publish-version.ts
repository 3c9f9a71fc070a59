import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import packageJson from '../package.json' with { type: 'json' }

/**
 * Puts what the loader loads into a folder that is named by what all of it hashes to, and tells the loader. Then all of
 * the build stands below `VERSION/` once more, for merchants who pin what they embed, with a list of what each file
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
        const { 'camket.js': loader, ...others } = bundle
        if (loader?.type !== 'chunk') this.error('The loader was not built.')
        const chunks = Object.values(others).filter((file) => file.type === 'chunk')
        const folder = `chunks/${hashOf(chunks.map(({ fileName, code }) => fileName + code).join())}`
        const files = [{ fileName: 'camket.js', code: loader.code.replace('__CHUNKS__', folder) }]
        for (const { fileName, code } of chunks) {
          files.push({ fileName: fileName.replace('chunks', folder), code })
          delete bundle[fileName]
        }
        delete bundle['camket.js']
        const version = `${packageJson.version}-${hashOf(files[0]?.code ?? '')}`
        const integrity = Object.fromEntries(files.map(({ fileName, code }) => [fileName, integrityOf(code)]))
        for (const { fileName, code } of files) {
          this.emitFile({ type: 'asset', fileName, source: code })
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

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
