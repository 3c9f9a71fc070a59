import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'

/** Bytes of these files together, each gzipped for itself as a server sends it. */
export function gzipBytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0)
}

/** All files below the folder with one of these endings (`.js`). */
export function filesIn(folder: string, ...endings: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.includes(extname(path)))
    .map((path) => join(folder, path))
    .sort()
}

/** A script and all that it imports at once; what it imports later, by `import()`, is not among it. */
export function loadedWith(script: string): string[] {
  const found = new Set<string>()
  const waiting = [script]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const specifier of staticImports(path)) {
      if (specifier.startsWith('.')) waiting.push(join(dirname(path), specifier))
    }
  }
  return [...found].sort()
}

function staticImports(path: string): string[] {
  const { module } = parseSync(path, readFileSync(path, 'utf8'))
  const exportsFrom = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exportsFrom]
}

/** Source files that went into these scripts, by their source maps (what the build itself makes up has none). */
export function sourcesOf(scripts: readonly string[]): string[] {
  const mapped = scripts.filter((path) => existsSync(`${path}.map`))
  return mapped.flatMap((path) => {
    const { sources } = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as { sources: string[] }
    return sources
  })
}
