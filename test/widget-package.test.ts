import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = join(root, process.env.CAMKET_TEST_DIST ?? 'dist', 'package')
const readme = readFileSync(join(root, 'packages/widget/README.md'), 'utf8')

type Named = { readonly name: string; readonly description?: string }
type Manifest = {
  readonly modules: readonly {
    readonly declarations: readonly (Record<string, readonly Named[]> & { readonly tagName?: string })[]
  }[]
}

/** The package as `npm publish` would send it. */
function packed(): Uint8Array {
  const out = mkdtempSync(join(tmpdir(), 'camket-package-'))
  execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder })
  const tarball = readFileSync(join(out, readdirSync(out)[0] ?? ''))
  rmSync(out, { recursive: true })
  return tarball
}

describe('the package @camket/widget', () => {
  it('is found faultless by publint', async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: 'npm' })
    expect(messages).toEqual([])
  })

  it('has types that every way of importing finds, but CommonJS, for which it is not', async () => {
    const result = await checkPackage(createPackageFromTarballData(packed()))
    if (!result.types) throw new Error('The package has no types.')
    const problems = result.problems.map((problem) => problem.kind)
    expect(problems.filter((kind) => kind !== 'CJSResolvesToESM')).toEqual([])
    const entries = Object.keys(result.entrypoints).filter((name) => !name.endsWith('.json'))
    expect(entries.sort()).toEqual(['.', './react', './vue'])
  })

  it('can be imported where pages are drawn on a server', () => {
    const code = `const { CamketWidgetElement } = await import(${JSON.stringify(join(folder, 'server.js'))}); console.log(typeof CamketWidgetElement)`
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
    expect(said.trim()).toBe('undefined')
  })

  it('carries nothing from outside', () => {
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies?: object
    }
    expect(dependencies).toBeUndefined()
  })
})

describe('the custom-elements manifest', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Manifest
  const element = manifest.modules[0]?.declarations[0]
  const types = readFileSync(join(folder, 'index.d.ts'), 'utf8')
  const namesOf = (what: string) => (element?.[what] ?? []).map(({ name }) => name)

  /** Members of a type of the package, by its text. */
  const membersOf = (start: string) => {
    const text = types.slice(types.indexOf(start))
    return [
      ...text.slice(0, text.indexOf('\n}')).matchAll(/^ {4}(?:readonly )?'?([a-z][\w-]*)'?\??[:(<]/gim),
    ].map(([, name]) => name ?? '')
  }

  it('knows every event, attribute and method that the types know, and no other', () => {
    expect(element?.tagName).toBe('camket-widget')
    expect(namesOf('events').sort()).toEqual(
      membersOf('type WidgetEvents')
        .map((name) => `camket:${name}`)
        .sort(),
    )
    expect(namesOf('attributes').sort()).toEqual(membersOf('type WidgetAttributes').sort())
    expect(namesOf('members').sort()).toEqual(membersOf('interface CamketWidget').sort())
  })

  it.each(['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'])(
    'describes all %s, and so does the README',
    (what) => {
      const named = element?.[what] ?? []
      expect(named.length).toBeGreaterThan(2)
      expect(named.filter(({ description = '' }) => description.trim() === '')).toEqual([])
      expect(namesOf(what).filter((name) => !readme.includes(name.replace('camket:', '')))).toEqual([])
    },
  )
})
