import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** One import, `export … from`, `import()` or `import type` of a source file. */
export type Import = {
  /** File that imports, seen from the root: `worker/src/app.ts`. */
  from: string
  /** What it imports: a path seen from the root for files of ours, else the module's name as written. */
  target: string
  /** Nothing of it is left when the types are gone. */
  typesOnly: boolean
  /** Names as written, `*` for all of it. */
  names: string[]
}

/** A call that gives another result each time: `Date.now()`, `new Date()`, … */
export type Whim = { from: string; code: string }

export type Source = { imports: Import[]; whims: Whim[] }

/** Parses one file. `.astro` files are read by their front matter and their scripts. Throws if nothing of it can be read. */
export function readSource(path: string, text: string): Source {
  const found: Source = { imports: [], whims: [] }
  for (const code of path.endsWith('.astro') ? scriptsOf(text) : [text]) {
    const { program, errors } = parseSync(path.endsWith('.astro') ? `${path}.ts` : path, code)
    // Lesser errors are for the type checker (a front matter may `return` outside a function).
    if (program.body.length === 0 && errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
    visitorFor(path, found).visit(program)
  }
  return found
}

function visitorFor(from: string, { imports, whims }: Source): Visitor {
  const add = (specifier: string, typesOnly: boolean, names: string[]) =>
    imports.push({ from, target: targetOf(from, specifier), typesOnly, names })
  return new Visitor({
    ImportDeclaration({ source, importKind, specifiers }) {
      const kinds = specifiers.map((one) => (one.type === 'ImportSpecifier' ? one.importKind : 'value'))
      const onlyTypes = importKind === 'type' || (kinds.length > 0 && kinds.every((kind) => kind === 'type'))
      const names = specifiers.map((one) => {
        if (one.type === 'ImportNamespaceSpecifier') return '*'
        if (one.type === 'ImportDefaultSpecifier') return 'default'
        return one.imported.type === 'Identifier' ? one.imported.name : one.imported.value
      })
      add(source.value, onlyTypes, names)
    },
    ExportNamedDeclaration({ source, exportKind }) {
      if (source !== null) add(source.value, exportKind === 'type', [])
    },
    ExportAllDeclaration({ source, exportKind }) {
      add(source.value, exportKind === 'type', ['*'])
    },
    ImportExpression({ source }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false, ['*'])
    },
    TSImportType({ source }) {
      add(source.value, true, ['*'])
    },
    NewExpression({ callee, arguments: args }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0) {
        whims.push({ from, code: 'new Date()' })
      }
    },
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      const code = `${object.name}.${property.name}`
      if (whimsical.has(code) || object.name === 'crypto') whims.push({ from, code })
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && callee.name === 'fetch') whims.push({ from, code: 'fetch()' })
    },
  })
}

const whimsical = new Set(['Date.now', 'Math.random', 'performance.now', 'Temporal.Now'])

/** A relative import becomes a path from the root, a package of ours its folder, anything else stays. */
function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, rest] = /^@camket\/([a-z-]+)(\/.+)?$/.exec(specifier) ?? []
  if (name === undefined) return specifier
  return `${folders[name] ?? `packages/${name}`}${rest ?? ''}`
}

const folders: Record<string, string> = {
  worker: 'worker',
  portal: 'sites/portal',
  desk: 'sites/desk',
  'demo-shop': 'sites/demo-shop',
}

/** Front matter and scripts; JSON-LD and scripts with an address hold no imports. */
function scriptsOf(astro: string): string[] {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(astro)?.[1] ?? ''
  const scripts = astro.matchAll(/<script(?![^>]*\b(?:type="application|src=))[^>]*>([\s\S]*?)<\/script>/g)
  return [frontMatter, ...[...scripts].map(([, code]) => code ?? '')]
}
