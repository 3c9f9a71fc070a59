import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'
import { runTool } from './run-tool.ts'

export type BuildStep = {
  name: 'static' | 'widget' | 'package' | 'desk' | 'demo' | 'portal'
  /** What it is made from: files and folders, seen from the root. */
  sources: readonly string[]
  /** Steps whose output it takes in. */
  after: readonly BuildStep['name'][]
  /** What must be there for its output to be whole, seen from the output folder. */
  output: string
  /** Writes into `dist`, a folder seen from the root. */
  run: (dist: string) => Promise<void>
}

const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages/core', 'packages/contracts']

/** Everything that is built, in an order in which it can be. */
export const buildSteps: readonly BuildStep[] = [
  {
    name: 'static',
    sources: ['sites/portal/public'],
    after: [],
    output: 'public/_headers',
    run: (dist) =>
      cp(join(projectRoot, 'sites/portal/public'), join(projectRoot, dist, 'public'), { recursive: true }),
  },
  {
    name: 'widget',
    sources: [...shared, 'packages/widget'],
    after: [],
    output: 'public/w/camket.js',
    run: (dist) => runTool('vite', ['build', '--logLevel', 'warn'], { cwd: 'packages/widget', dist }),
  },
  {
    name: 'package',
    sources: [...shared, 'packages/widget', 'LICENSE'],
    after: [],
    output: 'package/package.json',
    run: (dist) => runTool('node', ['build/build-package.ts'], { cwd: 'packages/widget', dist }),
  },
  {
    name: 'desk',
    sources: [...shared, 'sites/desk'],
    after: [],
    output: 'public/desk/index.html',
    run: (dist) => runTool('vite', ['build', '--logLevel', 'warn'], { cwd: 'sites/desk', dist }),
  },
  {
    name: 'demo',
    sources: [
      ...shared,
      'packages/card',
      'worker/src',
      'worker/package.json',
      'packages/tooling/src/demo.vite.config.ts',
    ],
    after: [],
    output: 'demo/entry.js',
    run: async (dist) => {
      if (!existsSync(join(projectRoot, demoEntry))) return
      const config = 'packages/tooling/src/demo.vite.config.ts'
      await runTool('vite', ['build', '--logLevel', 'warn', '--config', config], { cwd: '.', dist })
    },
  },
  {
    name: 'portal',
    sources: [
      ...shared,
      'packages/card',
      'sites/portal',
      'worker/src',
      'worker/package.json',
      'wrangler.toml',
    ],
    after: ['static', 'widget', 'desk'],
    output: 'site/server/wrangler.json',
    run: (dist) => runTool('astro', ['build'], { cwd: 'sites/portal', dist }),
  },
]

/** The Worker that writes the demo data, if there is one. */
export const demoEntry = 'worker/src/demo/entry.ts'
