import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// Tests run inside workerd, with the bindings of wrangler.toml and a database of their own per file.
// They enter at src/app.ts or below: src/index.ts needs the Astro build, which test/journeys go through.
export default defineConfig(async () => {
  const migrations = await readD1Migrations(join(import.meta.dirname, 'migrations'))
  return {
    root: import.meta.dirname,
    plugins: [
      cloudflareTest({
        main: './src/app.ts',
        wrangler: { configPath: '../wrangler.toml' },
        miniflare: {
          bindings: {
            TEST_MIGRATIONS: migrations,
            KEY_SECRET: 'a-key-secret-only-for-tests-0123456789abcdef',
            AUTH_SECRET: 'an-auth-secret-only-for-tests-0123456789abcdef',
            PUBLIC_URL: 'https://camket.test',
          },
        },
      }),
    ],
    test: {
      name: 'worker',
      // Another seed, or more closed requests to look past, than the usual ones.
      provide: {
        seed: Number(process.env.CAMKET_SEED ?? 20_261_126),
        closedTickets: Number(process.env.CAMKET_CLOSED_TICKETS ?? 5_000),
      },
      // A machine may be slow or busy: what is tested is what comes out, not when.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      include: ['src/**/*.test.ts'],
      setupFiles: ['./src/testing/apply-migrations.ts'],
    },
  }
})
