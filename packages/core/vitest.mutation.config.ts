import { mergeConfig } from 'vitest/config'
import core from './vitest.config.ts'

/**
 * The tests that a mutant is tried on: those of single cases. Properties and the simulated year would kill more of
 * them, but each survivor would have to pass thousands of cases first, and a run that draws its cases anew says
 * something else each time.
 */
export default mergeConfig(core, {
  test: {
    // What a test covers is told apart only where files do not share a process.
    isolate: true,
    exclude: ['**/node_modules/**', '**/*.properties.test.ts', '**/simulated-year.test.ts'],
  },
})
