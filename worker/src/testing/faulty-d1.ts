import { env } from 'cloudflare:workers'

export type Batch = (statements: D1PreparedStatement[]) => Promise<unknown>

/** As it should be. */
export const works: Batch = (statements) => env.DB.batch(statements)

/** Written, and then the line is cut: whoever asked does not know. */
export const losesTheAnswer: Batch = async (statements) => {
  await env.DB.batch(statements)
  throw new Error('Network connection lost.')
}

/** Cut before anything was written. */
export const fails: Batch = () => Promise.reject(new Error('Network connection lost.'))

/** The test's database, whose next batches go each its own way and all others as they should. */
export function faultyD1(...batches: readonly Batch[]): D1Database {
  const next = [...batches]
  const batch: Batch = (statements) => (next.shift() ?? works)(statements)
  return new Proxy(env.DB, {
    get(target, name) {
      if (name === 'batch') return batch
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
