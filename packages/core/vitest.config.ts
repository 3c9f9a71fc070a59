import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'core',
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // A test reads the tokens' text, which Vitest would else leave empty.
    css: { include: [/tokens\.css/] },
  },
})
