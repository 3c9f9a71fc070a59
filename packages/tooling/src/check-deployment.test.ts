import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkMigrations, unknownResources } from './check-deployment.ts'

const built = {
  name: 'camket',
  vars: {},
  compatibility_flags: ['nodejs_compat'],
  d1_databases: [{ binding: 'DB', database_name: 'camket' }],
  r2_buckets: [{ binding: 'FILES', bucket_name: 'files' }],
  ratelimits: [{ name: 'LIMIT' }],
  queues: { producers: [], consumers: [] },
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'camket-migrations-'))
  return () => rmSync(folder, { recursive: true })
})

describe('a rehearsed deployment', () => {
  it('names every bound resource that it could not create', () => {
    expect(unknownResources(built)).toEqual([])
    expect(
      unknownResources({
        ...built,
        kv_namespaces: [{ binding: 'KV' }],
        queues: { producers: [{ queue: 'mails' }] },
      }),
    ).toEqual(['queues', 'kv_namespaces'])
  })

  it('applies all migrations to an empty database', () => {
    writeFileSync(join(folder, '0000_a.sql'), 'CREATE TABLE a (id TEXT);')
    writeFileSync(join(folder, '0001_b.sql'), 'CREATE INDEX a_id ON a (id);')
    expect(checkMigrations(folder)).toEqual(['0000_a.sql', '0001_b.sql'])
  })

  it('fails on SQL that fails, and on a number that is missing or given twice', () => {
    writeFileSync(join(folder, '0000_a.sql'), 'CREATE INDEX a_id ON a (id);')
    expect(() => checkMigrations(folder)).toThrow(/0000_a\.sql fails on an empty database: no such table/)
    writeFileSync(join(folder, '0000_a.sql'), '')
    writeFileSync(join(folder, '0002_c.sql'), '')
    expect(() => checkMigrations(folder)).toThrow(/0002_c\.sql is number 1/)
  })
})
