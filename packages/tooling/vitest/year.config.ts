import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { projectRoot } from '../src/project-root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    year: { seed: number; tickets: number }
  }
}

/** `npm run soak -- year`: CAMKET_SEED and CAMKET_TICKETS choose another year than the usual one. */
export default defineConfig({
  test: {
    name: 'year',
    root: join(projectRoot, 'packages/core'),
    include: ['test/year/*.soak.ts'],
    testTimeout: 3_600_000,
    provide: {
      year: {
        seed: Number(process.env.CAMKET_SEED ?? 20_261_125),
        tickets: Number(process.env.CAMKET_TICKETS ?? 12_000),
      },
    },
  },
})
