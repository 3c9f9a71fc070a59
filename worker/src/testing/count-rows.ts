import { env } from 'cloudflare:workers'

/** How many rows each table of ours has. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>()
  const counts = tables.results.map(async ({ name }) => {
    const row = await env.DB.prepare(`SELECT count(*) AS count FROM "${name}"`).first<{ count: number }>()
    return [name, row?.count ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
