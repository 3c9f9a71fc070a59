import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// The configuration that a deployment is made from, as the build wrote it.
const dist = join(import.meta.dirname, '..', process.env.CAMKET_TEST_DIST ?? 'dist')

describe('the logs of a deployment', () => {
  it('keep no query of an address: private links carry keys there', () => {
    const built = JSON.parse(readFileSync(join(dist, 'site/server/wrangler.json'), 'utf8'))
    expect(built.observability).toMatchObject({ redact_query_string: true })
  })
})
