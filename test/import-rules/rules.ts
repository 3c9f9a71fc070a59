import { reaches, valueImports } from './import-graph.ts'
import type { Import, Whim } from './read-source.ts'

/** Who may import whom (ARCHITECTURE.md). Each rule is about the files it names, seen from the root. */
export type Rule = {
  say: string
  files: RegExp
  /** A test beside the file it tests may import more than that file. */
  testsToo?: true
  isBroken: (found: Import, reachesStore: (file: string) => boolean) => boolean
}

const inside = (...starts: string[]) => {
  return ({ target }: Import) => starts.some((start) => target === start || target.startsWith(`${start}/`))
}
const isOurs = inside('packages', 'sites', 'worker', 'test')
const isContractsWithoutZod = inside(
  'packages/contracts/client',
  'packages/contracts/limits',
  'packages/contracts/problems',
  'packages/contracts/prove',
  'packages/contracts/template',
)
const isHono = inside('hono', '@hono')
const isDrizzle = inside('drizzle-orm', 'better-auth/adapters/drizzle')
const isTool = inside('packages/tooling', 'vitest', 'node:test')

/** The folder of `worker/src` that a file lies in, if that folder is a noun's. */
function nounOf(path: string): string | undefined {
  const name = /^worker\/src\/([^/]+)\//.exec(path)?.[1]
  return name === undefined || ['http', 'db', 'testing', 'demo'].includes(name) ? undefined : name
}

const isStoreOrView = ({ target }: Import) => /\/(?:[a-z-]+-)?(?:store|rows|views?)\.ts$/.test(target)

export const rules: readonly Rule[] = [
  {
    say: 'core imports nothing but itself and the Temporal API',
    files: /^packages\/core\/src\//,
    isBroken: (found) => !inside('packages/core/src', 'temporal-polyfill')(found),
  },
  {
    say: 'contracts import only core and zod',
    files: /^packages\/contracts\/src\//,
    isBroken: (found) => !inside('packages/contracts', 'packages/core', 'zod')(found),
  },
  {
    say: 'of ours, card, widget and sites import only core, the contracts’ client, limits, problems, proof and template, and types',
    files: /^(?:packages\/(?:card|widget)|sites\/[a-z-]+)\/src\/(?!testing\/)/,
    isBroken: (found) =>
      isOurs(found) &&
      !inside(ownFolder(found.from), 'packages/core')(found) &&
      !isContractsWithoutZod(found) &&
      !(inside('packages/contracts')(found) && found.typesOnly),
  },
  {
    say: 'the widget carries nothing from outside',
    files: /^packages\/widget\/src\/(?!testing\/)/,
    isBroken: (found) => !isOurs(found),
  },
  {
    say: 'the recount is a second opinion: it takes nothing from us, and nothing from outside but Node’s own',
    files: /^packages\/recount\/src\//,
    isBroken: (found) => !inside('packages/recount/src')(found) && !found.target.startsWith('node:'),
  },
  {
    say: 'nobody imports the Worker but the Worker',
    files: /^(?:packages|sites|test)\//,
    testsToo: true,
    isBroken: inside('worker'),
  },
  {
    say: 'what is served imports no tool and no test',
    files: /^(?:packages\/(?:core|contracts|card|widget)|sites\/[a-z-]+|worker)\/src\/(?!testing\/)/,
    isBroken: (found) => isTool(found) || /\.test\.ts$|\/testing\//.test(found.target),
  },
  {
    say: 'journeys and faults import nothing of ours: they talk over addresses',
    files: /^test\/(?:journeys|faults)\//,
    testsToo: true,
    isBroken: (found) => isOurs(found) && !inside('test/journeys', 'test/faults')(found),
  },
  {
    say: 'in the Worker, only index.ts knows Astro',
    files: /^worker\/src\/(?!index\.ts$)/,
    testsToo: true,
    isBroken: inside('astro', '@astrojs'),
  },
  {
    say: 'in the Worker, only app.ts, routes and http/ know Hono',
    files: /^worker\/src\/(?!app\.ts$|http\/|[a-z-]+\/(?:[a-z-]+-)?routes\.ts$)/,
    isBroken: isHono,
  },
  {
    say: 'in the Worker, SQL stands in store.ts files and db/',
    files: /^worker\/src\/(?!db\/|[a-z-]+\/(?:[a-z-]+-)?store\.ts$)/,
    isBroken: (found) => isDrizzle(found) && !found.typesOnly,
  },
  {
    say: 'a noun imports another noun’s store, views and pure functions, never its routes or verbs',
    files: /^worker\/src\/[a-z-]+\//,
    isBroken: (found, reachesStore) => {
      const noun = nounOf(found.from)
      const other = nounOf(found.target)
      if (noun === undefined || other === undefined || other === noun || found.typesOnly) return false
      return found.target.endsWith('/routes.ts') || (!isStoreOrView(found) && reachesStore(found.target))
    },
  },
  {
    say: 'zod is imported as a namespace: `import { z }` carries all of it into the bundle',
    files: /^(?:packages|sites|worker)\//,
    testsToo: true,
    isBroken: (found) => inside('zod')(found) && !found.typesOnly && found.names.join() !== '*',
  },
]

/** What breaks a rule, as `file → target: rule`, sorted. */
export function brokenRules(imports: readonly Import[]): string[] {
  const graph = valueImports(imports)
  const reachesStore = (file: string) =>
    reaches(graph, file, (target) => /(?:store\.ts|^worker\/src\/db\/.*)$/.test(target))
  return imports
    .flatMap((found) =>
      rules
        .filter(({ files, testsToo }) => files.test(found.from) && (testsToo || !isTest(found.from)))
        .filter(({ isBroken }) => isBroken(found, reachesStore))
        .map(({ say }) => `${found.from} → ${found.target}: ${say}`),
    )
    .sort()
}

/** Rules decide from what they are given: a clock, a die or the network in core breaks that. */
export function brokenPurity(whims: readonly Whim[]): string[] {
  return whims
    .filter(({ from }) => from.startsWith('packages/core/src/') && !isTest(from))
    .map(({ from, code }) => `${from}: ${code} in core, where time and chance are passed in`)
    .sort()
}

/** A test, or what only tests use. */
function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('worker/src/testing/')
}

function ownFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
