export type Counts = {
  /** Calls to the database: a batch is one. */
  roundTrips: number
  rowsRead: number
  /** Index entries count too, as Cloudflare bills them. */
  rowsWritten: number
  /** Every statement that was run, with its parameters. */
  statements: { sql: string; parameters: unknown[] }[]
}

/** The same database, which counts what is done through it. Joins of tables that share column names do not work. */
export function countedD1(d1: D1Database): { d1: D1Database; counts: Counts } {
  const counts: Counts = { roundTrips: 0, rowsRead: 0, rowsWritten: 0, statements: [] }
  const originals = new WeakMap<
    object,
    { sql: string; parameters: unknown[]; statement: D1PreparedStatement }
  >()

  function count<T>(sql: string, parameters: unknown[], { meta, ...rest }: D1Result<T>): D1Result<T> {
    counts.rowsRead += meta.rows_read
    counts.rowsWritten += meta.rows_written
    counts.statements.push({ sql, parameters })
    return { meta, ...rest }
  }

  function wrapped(sql: string, parameters: unknown[], statement: D1PreparedStatement): D1PreparedStatement {
    const all = async () => {
      counts.roundTrips += 1
      return count(sql, parameters, await statement.all<Record<string, unknown>>())
    }
    const methods: Record<string, unknown> = {
      bind: (...values: unknown[]) => wrapped(sql, values, statement.bind(...values)),
      all,
      run: all,
      raw: async () => (await all()).results.map((row) => Object.values(row)),
    }
    const proxy = new Proxy(statement, {
      get: (target, name) => methods[String(name)] ?? Reflect.get(target, name, target),
    })
    originals.set(proxy, { sql, parameters, statement })
    return proxy
  }

  async function batch(statements: D1PreparedStatement[]): Promise<D1Result[]> {
    counts.roundTrips += 1
    const own = statements.map((statement) => originals.get(statement))
    const results = await d1.batch(own.flatMap((one) => one?.statement ?? []))
    return results.map((result, index) => count(own[index]?.sql ?? '', own[index]?.parameters ?? [], result))
  }

  const methods: Record<string, unknown> = {
    prepare: (sql: string) => wrapped(sql, [], d1.prepare(sql)),
    batch,
  }
  const proxy = new Proxy(d1, {
    get: (target, name) => methods[String(name)] ?? Reflect.get(target, name, target),
  })
  return { d1: proxy, counts }
}

/** What SQLite would do for each statement that was run, one line a step, with the index that it uses. */
export async function queryPlans(d1: D1Database, { statements }: Counts): Promise<string[]> {
  const plans = statements.map(async ({ sql, parameters }) => {
    const plan = await d1
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...parameters)
      .all<{ detail: string }>()
    return plan.results.map(({ detail }) => detail)
  })
  return (await Promise.all(plans)).flat()
}

/** Steps that would read a whole table or index. */
export function tableScans(plans: readonly string[]): string[] {
  return plans.filter((step) => step.startsWith('SCAN') && !foundOtherwise.test(step))
}

/** No table, or a full-text index that is asked for what matches (`M`), or rows that one of these gave. */
const foundOtherwise = /VALUES CLAUSE|CONSTANT ROW|VIRTUAL TABLE INDEX \d+:M/
