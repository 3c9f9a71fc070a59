import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'core',
    environment: 'node',
    // None of them is about time, and a machine may be busy.
    testTimeout: 60_000,
    include: ['{src,examples}/**/*.test.ts'],
    // Nothing here keeps state that a test could see, and a worker for each file would take longer than the tests.
    isolate: false,
    // A test reads the tokens' text, which Vitest would else leave empty.
    css: { include: [/tokens\.css/] },
  },
})
