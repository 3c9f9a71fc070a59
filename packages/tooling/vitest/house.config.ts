import { defineConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

/** What holds for the repository as a whole: who imports whom, and how big the build is. */
export default defineConfig({
  root: projectRoot,
  test: { name: 'house', include: ['test/*.test.ts'] },
})
