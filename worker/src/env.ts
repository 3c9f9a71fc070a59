/** What the Worker is bound to: wrangler.toml, and the secrets that `npm run deploy` or the local runner sets. */
export type Env = {
  DB: D1Database
  FILES: R2Bucket
  ASSETS: Fetcher
  EMAIL: SendEmail
  LIMIT_FILE: RateLimit
  LIMIT_READ: RateLimit
  LIMIT_AUTH: RateLimit
  /** Counts what is filed with one merchant, by whomever. */
  LIMIT_TRAFFIC: RateLimit
  /** Signs and hashes tickets' keys. */
  KEY_SECRET: string
  /** Signs staff sessions. */
  AUTH_SECRET: string
  /** Origin under which customers reach this deployment, without a slash at its end. */
  PUBLIC_URL: string
  /** Sender of every mail, `Name <address>`. */
  MAIL_FROM: string
  /** Only on a developer's machine: mails are posted here as JSON instead of being sent. */
  MAIL_SINK_URL?: string
  /** Only in tests: answers for the sites of the internet that are asked. */
  OUTSIDE?: { readonly fetch: (request: Request) => Promise<Response> }
  /** Only in tests: by how many seconds this deployment's clock is ahead of the machine's. */
  CLOCK_AHEAD_SECONDS?: string
  /** Set by our own pages when they call the API in process; no request from outside can set it. */
  FROM_PORTAL?: true
}

declare global {
  namespace Cloudflare {
    interface Env extends CamketEnv {}
  }
}

type CamketEnv = Env
