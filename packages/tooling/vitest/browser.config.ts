import { defineConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

/** Elements of widget and desk, in one run. */
export default defineConfig({
  root: projectRoot,
  test: { projects: ['packages/widget', 'sites/desk'] },
})
