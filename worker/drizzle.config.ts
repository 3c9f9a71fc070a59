import { defineConfig } from 'drizzle-kit'

/** `pnpm --dir worker exec drizzle-kit generate` writes the next migration; wrangler applies it. */
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema.ts', out: './migrations' })
