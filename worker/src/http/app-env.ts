import type { Env } from '../env.ts'
import type { Staff } from '../staff/staff.ts'

/** What Hono's handlers find in their context. */
export type AppEnv = {
  Bindings: Env
  Variables: {
    /** In every answer as `X-Request-Id` and in every problem. */
    requestId: string
    /** Only behind `requireStaff`. */
    staff: Staff
  }
}
