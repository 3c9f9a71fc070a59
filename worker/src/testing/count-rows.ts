import { env } from 'cloudflare:workers'

const named = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'`

/** How many rows each table of ours has. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await env.DB.prepare(named).raw<[string]>()
  const counts = await env.DB.batch<{ count: number }>(
    tables.map(([name]) => env.DB.prepare(`SELECT count(*) AS count FROM "${name}"`)),
  )
  return Object.fromEntries(tables.map(([name], index) => [name, counts[index]?.results[0]?.count ?? 0]))
}
