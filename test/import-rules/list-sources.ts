import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const roots = ['packages', 'sites', 'worker', 'test']
const skipped = new Set(['node_modules', 'dist', '.astro', '.wrangler'])

/** Every source file of ours: path seen from the root, and text. */
export function listSources(projectRoot: string): { path: string; text: string }[] {
  return roots.flatMap((root) =>
    filesUnder(join(projectRoot, root))
      .filter((path) => /\.(?:ts|mjs|astro)$/.test(path))
      .map((path) => ({
        path: path.slice(projectRoot.length + 1).replaceAll(sep, '/'),
        text: readFileSync(path, 'utf8'),
      })),
  )
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}
