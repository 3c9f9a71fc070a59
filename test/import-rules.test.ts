import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCycles } from './import-rules/import-graph.ts'
import { listSources } from './import-rules/list-sources.ts'
import { readSource } from './import-rules/read-source.ts'
import { brokenPurity, brokenRules, rules } from './import-rules/rules.ts'

const sources = listSources(join(import.meta.dirname, '..'))
const read = sources.map(({ path, text }) => readSource(path, text))

describe('who imports whom', () => {
  it('keeps every rule in every file of ours', () => {
    expect(brokenRules(read.flatMap(({ imports }) => imports))).toEqual([])
  })

  it('goes in one direction: no round of imports anywhere', () => {
    expect(importCycles(read.flatMap(({ imports }) => imports))).toEqual([])
  })

  it('keeps clocks, chance and the network out of core', () => {
    expect(brokenPurity(read.flatMap(({ whims }) => whims))).toEqual([])
  })

  it('is looking at the files that there are', () => {
    const imports = read.flatMap((source) => source.imports)
    expect(
      imports.some(({ from, target }) => from === 'worker/src/index.ts' && target === 'worker/src/app.ts'),
    ).toBe(true)
    expect(sources.some(({ path }) => path.startsWith('packages/core/src/'))).toBe(true)
    expect(sources.some(({ path }) => path.endsWith('.astro'))).toBe(true)
  })
})

/** What each rule must catch: a file, its text, and how the rule begins. */
const planted: [path: string, text: string, rule: string][] = [
  ['packages/core/src/a.ts', "import { z } from '@camket/contracts'", 'core imports nothing'],
  ['packages/core/src/a.ts', "import { readFileSync } from 'node:fs'", 'core imports nothing'],
  [
    'packages/contracts/src/a.ts',
    "import type { Env } from '../../../worker/src/env.ts'",
    'contracts import only',
  ],
  ['packages/widget/src/a.ts', "import { fileTicket } from '@camket/contracts'", 'of ours, card, widget'],
  ['sites/desk/src/a.ts', "export * from '@camket/widget'", 'of ours, card, widget'],
  ['packages/widget/src/a.ts', "import { drawCard } from '@camket/card'", 'of ours, card, widget'],
  ['packages/widget/src/a.ts', "const z = await import('zod')", 'the widget carries nothing'],
  [
    'sites/portal/src/a.astro',
    "---\nimport { app } from '../../../worker/src/app.ts'\n---\n<p />",
    'nobody imports',
  ],
  [
    'sites/portal/src/a.astro',
    "<p />\n<script>\nimport '../../../worker/src/app.ts'\n</script>",
    'nobody imports',
  ],
  [
    'packages/recount/src/a.mjs',
    "import { figuresOf } from '@camket/core'",
    'the recount is a second opinion',
  ],
  ['packages/recount/src/a.mjs', "import * as z from 'zod'", 'the recount is a second opinion'],
  ['packages/tooling/src/a.ts', "type App = import('../../../worker/src/app.ts').App", 'nobody imports'],
  ['worker/src/tickets/a.ts', "import { vi } from 'vitest'", 'what is served imports no tool'],
  ['worker/src/tickets/a.ts', "import { seed } from '../testing/seed.ts'", 'what is served imports no tool'],
  [
    'test/journeys/a.test.ts',
    "import { startCamket } from '@camket/tooling'",
    'journeys and faults import nothing',
  ],
  ['test/journeys/a.ts', "export { dueAt } from '../../packages/core/src/due-at.ts'", 'journeys and faults'],
  [
    'worker/src/app.ts',
    "import { handle } from '@astrojs/cloudflare/handler'",
    'in the Worker, only index.ts',
  ],
  ['worker/src/tickets/file-ticket.ts', "import { Hono } from 'hono'", 'in the Worker, only app.ts'],
  ['worker/src/tickets/file-ticket.ts', "import type { Context } from 'hono'", 'in the Worker, only app.ts'],
  ['worker/src/tickets/routes.ts', "import { eq } from 'drizzle-orm'", 'in the Worker, SQL stands'],
  [
    'worker/src/tickets/file-ticket.ts',
    "import { sql } from 'drizzle-orm/sqlite-core'",
    'in the Worker, SQL',
  ],
  ['worker/src/tickets/file-ticket.ts', "import { send } from '../outbox/send.ts'", 'a noun imports another'],
  ['worker/src/tickets/views.ts', "import { app } from '../staff/routes.ts'", 'a noun imports another'],
  ['worker/src/http/a.ts', "import { z } from 'zod'", 'zod is imported as a namespace'],
]

describe('the rules themselves', () => {
  it.each(planted)('catch in %s: %s', (path, text, rule) => {
    const verb = readSource('worker/src/outbox/send.ts', "import { insert } from './store.ts'")
    const broken = brokenRules([...readSource(path, text).imports, ...verb.imports])
    expect(broken.some((line) => line.includes(`: ${rule}`))).toBe(true)
  })

  it('each have a planted violation that shows that they can fail', () => {
    const untried = rules.filter(({ say }) => !planted.some(([, , rule]) => say.startsWith(rule)))
    expect(untried.map(({ say }) => say)).toEqual([])
  })

  it.each([
    [
      'worker/src/tickets/routes.ts',
      "import { Hono } from 'hono'\nimport { fileTicket } from './file-ticket.ts'",
    ],
    ['worker/src/tickets/file-ticket.ts', "import { readMerchant } from '../merchants/store.ts'"],
    ['worker/src/tickets/file-ticket.ts', "import { signLink } from '../attachments/link.ts'"],
    ['worker/src/http/idempotency.ts', "import type { BatchItem } from 'drizzle-orm/batch'"],
    ['worker/src/testing/read-events.ts', "import { eq } from 'drizzle-orm'"],
    ['worker/src/tickets/file-ticket.ts', "import type { Mail } from '../outbox/send.ts'"],
    ['worker/src/tickets/store.ts', "import { eq } from 'drizzle-orm'\nimport { db } from '../db/db.ts'"],
    ['worker/src/demo/entry.ts', "import { fileTicket } from '../tickets/file-ticket.ts'"],
    [
      'packages/widget/src/a.ts',
      "import { createClient } from '@camket/contracts/client'\nimport { html } from '../template/html.ts'",
    ],
    [
      'packages/widget/src/a.ts',
      "import { type Ticket } from '@camket/contracts'\nimport { dueAt } from '@camket/core'",
    ],
    ['sites/desk/src/a.test.ts', "import { fileTicket } from '@camket/contracts'"],
    ['packages/contracts/src/a.ts', "import * as z from 'zod'"],
    [
      'test/journeys/a.test.ts',
      "import { chromium } from 'playwright-core'\nimport { file } from './file.ts'",
    ],
  ])('let pass what they should in %s: %s', (path, text) => {
    expect(brokenRules(readSource(path, text).imports)).toEqual([])
  })

  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'Temporal.Now.instant()',
    "fetch('https://a.example')",
  ])('catch %s in core', (code) => {
    expect(brokenPurity(readSource('packages/core/src/a.ts', `export const a = ${code}`).whims)).toHaveLength(
      1,
    )
    expect(brokenPurity(readSource('worker/src/a.ts', `export const a = ${code}`).whims)).toEqual([])
  })

  it('catch a round of imports, and let types close one', () => {
    const store = readSource('worker/src/a/store.ts', "import { file } from './file.ts'").imports
    const verb = (text: string) => readSource('worker/src/a/file.ts', text).imports
    expect(importCycles([...store, ...verb("import { store } from './store.ts'")])).toEqual([
      'worker/src/a/store.ts → worker/src/a/file.ts → worker/src/a/store.ts',
    ])
    expect(importCycles([...store, ...verb("import type { Row } from './store.ts'")])).toEqual([])
  })

  it('let an instant that is given pass', () => {
    expect(brokenPurity(readSource('packages/core/src/a.ts', 'export const a = new Date(0)').whims)).toEqual(
      [],
    )
  })
})
