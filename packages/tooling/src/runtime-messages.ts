/** What start.ts and the process that holds the runtime say to each other over Node's IPC channel. */
export type RuntimeOptions = {
  /** The built Worker's configuration, dist/site/server/wrangler.json. */
  configPath: string
  /** Folder of the database and the files. */
  persistDir: string
  port: number
  /** Variables and secrets; they win over those of wrangler.toml. */
  vars: Record<string, string>
  /** Rate limits of wrangler.toml are multiplied by it. */
  rateLimitFactor: number
  /** Where the Worker asks instead of some origins of the internet. */
  standIns: Record<string, string>
  migrationsDir: string
  /** Demo data: a Worker bundle of its own that is run once before anything is served. */
  seed: { bundlePath: string; input: SeedInput } | undefined
}

type SeedInput = {
  /** RFC 3339. */
  now: string
  publicUrl: string
  shopUrl: string
}

export type RuntimeRequest =
  | { id: number; do: 'start'; options: RuntimeOptions }
  | { id: number; do: 'tick'; scheduledMillis: number }
  | { id: number; do: 'stop' }

export type RuntimeReply =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; message: string }
  | { log: string; level: 'error' | 'warn' | 'info' }

export type Started = {
  /** Names of the migrations that this start applied. */
  migrated: string[]
  /** What the demo Worker answered: counts, or `{ skipped: true }`. */
  seeded: Record<string, unknown> | undefined
}
