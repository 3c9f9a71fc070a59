import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, gzipBytes, loadedWith } from './measure.ts'

/** What a part of the build may weigh. `dist` is the output folder. */
export type Budget = {
  what: string
  files: (dist: string) => string[]
  gzip_bytes_max: number
}

export const budgets: readonly Budget[] = [
  {
    // Every visitor of every merchant's page pays it, whether or not they ever ask for anything.
    what: 'widget: loader',
    files: (dist) => [join(dist, 'public/w/camket.js')],
    gzip_bytes_max: 2_500,
  },
  {
    // Paid at the first touch, on a phone, by somebody whose fridge has just broken: all until a request is received.
    what: 'widget: panel',
    files: (dist) => loadedWith(widgetChunks(dist, 'panel')[0] ?? ''),
    gzip_bytes_max: 20_000,
  },
  {
    what: 'widget: one language',
    files: (dist) => widgetChunks(dist, 'vi-request'),
    gzip_bytes_max: 3_000,
  },
  {
    // What every customer can come to, choosing how to be paid included. Not what solves a proof of work while a
    // merchant is flooded, and what only some merchants' forms have.
    what: 'widget: all of it, one language',
    files: (dist) => [
      join(dist, 'public/w/camket.js'),
      ...widgetChunks(dist, '(?!en-|vi-extra|prove|form-extras)'),
    ],
    gzip_bytes_max: 30_000,
  },
  {
    what: 'portal: style sheets, all pages',
    files: (dist) => filesIn(join(dist, 'site/client/_astro'), '.css'),
    gzip_bytes_max: 12_000,
  },
  {
    what: 'portal: the script that confirms',
    files: (dist) => filesIn(join(dist, 'site/client/_astro'), '.js'),
    gzip_bytes_max: 2_000,
  },
  {
    what: 'desk: scripts and styles, before sign-in',
    files: (dist) => deskFiles(dist),
    gzip_bytes_max: 180_000,
  },
  {
    // Loaded when somebody opens it; holidays and calendar files come after that, when they are asked for.
    what: 'desk: the editor of the commitment',
    files: (dist) =>
      filesIn(join(dist, 'public/desk/assets'), '.js', '.css').filter((path) =>
        path.includes('/register-commitment-'),
      ),
    gzip_bytes_max: 45_000,
  },
  {
    // Parsed at every cold start, on every request's path.
    what: 'Worker: loaded for any request',
    files: (dist) => loadedWith(join(dist, 'site/server/entry.mjs')),
    gzip_bytes_max: 305_000,
  },
  {
    // What draws pages is loaded when the first page is asked for.
    what: 'Worker: loaded for a page of the portal',
    files: (dist) => pageScripts(dist),
    gzip_bytes_max: 425_000,
  },
  {
    // Cloudflare takes 3 MB on its free plan.
    what: 'Worker: all of it',
    files: (dist) => filesIn(join(dist, 'site/server'), '.js', '.mjs'),
    gzip_bytes_max: 880_000,
  },
]

export type Weighed = { what: string; bytes: number; gzip_bytes_max: number; files: string[] }

export function weigh(budget: Budget, dist: string): Weighed {
  const files = budget.files(dist)
  return { what: budget.what, bytes: gzipBytes(files), gzip_bytes_max: budget.gzip_bytes_max, files }
}

/** Files that the widget loads later, by how their names begin. */
function widgetChunks(dist: string, start: string): string[] {
  const name = new RegExp(`/${start}[^/]*$`)
  return filesIn(join(dist, 'public/w/chunks'), '.js').filter((path) => name.test(path))
}

/** The entry and the handler of pages, which the entry imports later. */
function pageScripts(dist: string): string[] {
  const server = join(dist, 'site/server')
  const [name] = /chunks\/handler_[\w-]+\.mjs/.exec(readFileSync(join(server, 'entry.mjs'), 'utf8')) ?? []
  if (name === undefined) return []
  return [...new Set([join(server, 'entry.mjs'), join(server, name)].flatMap(loadedWith))]
}

/** What the desk's document names. */
function deskFiles(dist: string): string[] {
  const html = readFileSync(join(dist, 'public/desk/index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/desk\/([^"]+\.(?:js|css))"/g)].map(([, path]) =>
    join(dist, 'public/desk', path ?? ''),
  )
  const scripts = named.filter((path) => path.endsWith('.js')).flatMap(loadedWith)
  return [...new Set([...named, ...scripts])]
}
