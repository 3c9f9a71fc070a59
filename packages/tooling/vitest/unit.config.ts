import { defineConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

/** Rules and tools: plain Node. Core brings settings of its own. */
export default defineConfig({
  root: projectRoot,
  test: {
    projects: [
      'packages/core',
      {
        test: {
          name: 'unit',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          root: projectRoot,
          // Nothing here keeps state that a test could see: files may share a process.
          isolate: false,
          include: [
            'packages/{card,contracts,recount,tooling}/**/*.test.ts',
            'sites/portal/src/**/*.test.ts',
          ],
        },
      },
    ],
  },
})
