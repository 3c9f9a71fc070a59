import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

/** Configuration for tests that talk over addresses to a Camket which runs for them alone. */
export function servedTests(name: string, { timeout_millis = 60_000 } = {}): ViteUserConfig {
  return defineConfig({
    root: projectRoot,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: [join(import.meta.dirname, 'serve-camket.ts')],
      // One Camket, one database: files run one after the other.
      fileParallelism: false,
      testTimeout: timeout_millis,
      hookTimeout: 60_000,
    },
  })
}
