// Makes the package `@camket/widget` in dist/package, as it is published: modules, types, manifest.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import packageJson from '../package.json' with { type: 'json' }
import { lightModules } from './light-modules.ts'
import { manifestOf } from './manifest-of.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, '../..', process.env.CAMKET_DIST ?? 'dist', 'package')

await build({
  root,
  configFile: false,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [lightModules()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: 'chrome123',
    modulePreload: false,
    rolldownOptions: {
      input: { index: 'src/index.ts' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
for (const file of ['react.d.ts', 'vue.d.ts', 'server.js']) cpSync(join(root, 'types', file), join(out, file))
for (const name of ['react', 'vue']) cpSync(join(root, 'types/empty.js'), join(out, `${name}.js`))
cpSync(join(root, 'README.md'), join(out, 'README.md'))
cpSync(join(root, '../../LICENSE'), join(out, 'LICENSE'))
writeTypes()
const source = readFileSync(join(root, 'src/widget-element/widget-element.ts'), 'utf8')
writeFileSync(join(out, 'custom-elements.json'), `${JSON.stringify(manifestOf(source), undefined, 2)}\n`)
writeFileSync(join(out, 'package.json'), `${JSON.stringify(published(), undefined, 2)}\n`)

/** The types of what a page can see, which lean on nothing else, and of the class. */
function writeTypes(): void {
  const folder = join(out, '.types')
  mkdirSync(folder)
  const options =
    '--declaration --emitDeclarationOnly --skipLibCheck --strict --target es2022 --module esnext'
  const files = ['--moduleResolution', 'bundler', '--ignoreConfig', '--outDir', folder, 'src/public-api.ts']
  execFileSync('tsc', [...options.split(' '), ...files], { cwd: root, stdio: 'inherit' })
  const types = readFileSync(join(folder, 'public-api.d.ts'), 'utf8')
  const element = [
    '/** Undefined where pages are drawn on a server. */',
    'export declare const CamketWidgetElement: { new (): CamketWidget; prototype: CamketWidget } | undefined',
    '',
  ]
  writeFileSync(join(out, 'index.d.ts'), `${types}${element.join('\n')}`)
  rmSync(folder, { recursive: true })
}

function published(): object {
  const { name, version, license, description } = packageJson
  const typesOnly = (file: string) => ({ types: `./${file}.d.ts`, default: `./${file}.js` })
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    exports: {
      '.': { types: './index.d.ts', browser: './index.js', node: './server.js', default: './index.js' },
      './react': typesOnly('react'),
      './vue': typesOnly('vue'),
      './custom-elements.json': './custom-elements.json',
    },
    types: './index.d.ts',
    customElements: 'custom-elements.json',
    engines: { node: '>=20' },
    sideEffects: ['./index.js', './chunks/*.js'],
    peerDependencies: { '@types/react': '>=18', vue: '>=3.3' },
    peerDependenciesMeta: { '@types/react': { optional: true }, vue: { optional: true } },
  }
}
