import type { Env } from '../env.ts'

/** Now; in tests, as far ahead of it as they want. */
export function presentInstant({ CLOCK_AHEAD_SECONDS }: Pick<Env, 'CLOCK_AHEAD_SECONDS'>): Date {
  return new Date(Date.now() + Number(CLOCK_AHEAD_SECONDS ?? 0) * 1000)
}
