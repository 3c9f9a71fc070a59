import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

const skipped = new Set(['node_modules', 'dist', '.astro', '.wrangler', '.vite'])

/** A hash over names and contents of these files and folders (paths from the root; absent ones count as absent). */
export function sourceHash(paths: readonly string[], root: string = projectRoot): string {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, root, path)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return
  if (!statSync(absolute).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0')
    return
  }
  for (const name of readdirSync(absolute).sort()) {
    // Tests are no part of what is built.
    if (!skipped.has(name) && !/\.test\.ts$/.test(name)) addTo(hash, root, join(path, name))
  }
}
