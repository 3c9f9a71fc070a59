import { defineConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

/** Rules and tools: plain Node. */
export default defineConfig({
  root: projectRoot,
  test: {
    name: 'unit',
    // Rules hold no state: files may share a process.
    isolate: false,
    include: ['packages/{core,contracts,tooling}/**/*.test.ts', 'sites/portal/src/**/*.test.ts'],
  },
})
