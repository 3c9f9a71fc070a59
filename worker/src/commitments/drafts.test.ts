import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const now = new Date('2026-11-23T02:00:00.000Z')
const minute = 60_000
const document = { ...shopCommitment, summary: { vi: 'Bản nháp', en: 'A draft' } }
const lead = () => ({ cookie: cookieOf('truong.nhom') })
const owner = () => ({ cookie: cookieOf('ong.chu') })

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

beforeEach(async () => {
  await env.DB.exec('DELETE FROM commitment_drafts')
})

afterAll(() => {
  vi.useRealTimers()
})

const read = async (sent = lead()) => (await call('getDraft', sent)).value
const save = (body: object, sent = lead()) =>
  call('saveDraft', { body: { document, internalPledges: [], revision: 0, ...body }, ...sent })
const publish = (revision: number, more: object = {}, key = crypto.randomUUID(), sent = owner()) =>
  call('publishDraft', { body: { revision, ...more }, idempotencyKey: key, ...sent })
const codes = (errors: readonly { pointer: string; code: string }[] = []) =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`)

describe('a draft', () => {
  it('begins as what is in force, and is nobody’s until it is saved', async () => {
    const draft = await read()
    expect(draft).toMatchObject({ revision: 0, basedOnVersion: draft.inForce?.version, faults: [] })
    expect(draft.document).toEqual(draft.inForce?.document)
    expect(draft).not.toHaveProperty('updatedBy')
    expect((await countRows()).commitment_drafts).toBe(0)
  })

  it('begins as a template where nothing was ever published', async () => {
    // A published version never goes; a third merchant has none.
    await env.DB.exec(`UPDATE member SET organization_id = 'mer_3' WHERE id = 'stf.khac'`)
    await env.DB.exec(
      `INSERT INTO merchants SELECT 'mer_3', 'moi', name, locale, locales, time_zone, accent, logo_key, allowed_origins, email, hand_off_reasons, kinds, created_at FROM merchants WHERE id = 'mer_2'`,
    )
    await env.DB.exec(
      `INSERT INTO organization SELECT 'mer_3', 'Mới', 'moi', logo, metadata, created_at FROM organization WHERE id = 'mer_2'`,
    )
    const draft = await read({ cookie: cookieOf('owner', 'song-xanh') })
    expect(draft).toMatchObject({ revision: 0, basedOnVersion: 0, faults: [] })
    expect(draft).not.toHaveProperty('inForce')
    await env.DB.exec(`UPDATE member SET organization_id = 'mer_2' WHERE id = 'stf.khac'`)
  })

  it('keeps every word of a document that is not finished, and says what is missing', async () => {
    const unfinished = {
      title: { vi: 'Nháp' },
      pledges: [{ id: 'a b' }],
      notes: ['chưa xong'],
    }
    const { value } = await save({ document: unfinished, internalPledges: [{ id: 'x' }] })
    expect(value).toMatchObject({ revision: 1, updatedBy: 'Trưởng Nhóm', updatedAt: now.toISOString() })
    expect(codes(value.faults)).toEqual(
      expect.arrayContaining([
        '/document/notes unknown_member',
        '/document/pledges/0/id invalid_format',
        '/document/summary invalid_type',
        '/internalPledges/0/within invalid_type',
      ]),
    )
    expect(await read()).toMatchObject({ document: unfinished, internalPledges: [{ id: 'x' }], revision: 1 })
  })

  it('points at what contradicts itself', async () => {
    const [pledge] = shopCommitment.pledges
    const { value } = await save({ document: { ...document, pledges: [{ ...pledge, calendar: 'night' }] } })
    expect(codes(value.faults)).toContain('/document/pledges/0/calendar calendar_unknown')
  })

  it('is saved over by nobody who has not seen it: the other is told who and when', async () => {
    await save({})
    vi.setSystemTime(now.getTime() + minute)
    const { problem } = await save({ document: { ...document, title: {} } }, owner())
    expect(problem).toMatchObject({
      code: 'draft_changed',
      changed: { revision: 1, by: 'Trưởng Nhóm', at: now.toISOString() },
    })
    expect((await read()).document).toEqual(document)
    expect((await save({ revision: 1 }, owner())).value).toMatchObject({ revision: 2, updatedBy: 'Ông Chủ' })
    vi.setSystemTime(now)
  })

  it('saved twice at once is written once', async () => {
    await save({})
    const answers = await Promise.all([save({ revision: 1 }), save({ revision: 1 }, owner())])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await read()).revision).toBe(2)
  })

  it('can be begun again, by whoever has seen it', async () => {
    await save({})
    await save({ revision: 1 })
    const discard = (revision: string) => call('discardDraft', { query: { revision }, ...lead() })
    expect((await discard('1')).problem.code).toBe('draft_changed')
    expect((await discard('2')).status).toBe(204)
    expect((await discard('2')).problem.code).toBe('draft_not_found')
    expect((await read()).revision).toBe(0)
  })

  it('takes no more than may travel', async () => {
    const tooMuch = { ...document, title: { vi: 'x'.repeat(140_000) } }
    expect((await save({ document: tooMuch })).problem.code).toBe('body_too_large')
    const tooMany = Array.from({ length: 101 }, () => ({}))
    expect((await save({ internalPledges: tooMany })).problem.code).toBe('invalid_body')
  })
})

describe('publishing a draft', () => {
  it('makes the next version, holds from its instant on, and ends the draft', async () => {
    const before = await read()
    await save({})
    const { value } = await publish(1)
    expect(value).toMatchObject({
      version: (before.inForce?.version ?? 0) + 1,
      effectiveFrom: now.toISOString(),
      publishedAt: now.toISOString(),
    })
    const view = (await call('getCommitment', { at: { merchant: 'minh-an' } })).value
    expect(view).toMatchObject({ version: value.version, fingerprint: value.fingerprint, document })
    expect(await read()).toMatchObject({ revision: 0, basedOnVersion: value.version })
  })

  it('is done once under a key, however often it is sent', async () => {
    await save({})
    const first = await publish(1, {}, 'the-same')
    const again = await publish(1, {}, 'the-same')
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(again.value).toEqual(first.value)
    expect((await publish(2, {}, 'the-same')).problem.code).toBe('idempotency_key_reused')
  })

  it('by two at once is done by one of them', async () => {
    await save({})
    const before = (await countRows()).commitments ?? 0
    const answers = await Promise.all([publish(1), publish(1, {}, 'other', lead()), publish(1, {}, 'third')])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(['draft_changed', 'draft_not_found']).toContain(answer.problem.code)
    }
    expect((await countRows()).commitments).toBe(before + 1)
  })

  it('is refused with every fault, and nothing is published', async () => {
    const before = await countRows()
    await save({ document: { ...document, title: { vi: 'Chỉ một' }, summary: { en: 'One' } } })
    const { problem } = await publish(1)
    expect(problem.code).toBe('invalid_body')
    expect(codes(problem.errors)).toEqual([
      '/document/title/en text_missing',
      '/document/summary/vi text_missing',
    ])
    const past = new Date(now.getTime() - 1).toISOString()
    await save({ revision: 1 })
    expect(codes((await publish(2, { effectiveFrom: past })).problem.errors)).toEqual([
      '/effectiveFrom in_the_past',
    ])
    expect((await countRows()).commitments).toBe(before.commitments)
  })

  it('publishes only what was seen', async () => {
    expect((await publish(1)).problem.code).toBe('draft_not_found')
    await save({})
    await save({ revision: 1 }, owner())
    expect((await publish(1)).problem).toMatchObject({ code: 'draft_changed', changed: { revision: 2 } })
  })

  it('keeps internal pledges beside the document, where the public does not see them', async () => {
    const [pledge] = shopCommitment.pledges
    const { remedy: _, ...plain } = pledge ?? {}
    const internal = [
      { ...plain, id: 'handed-over', for: { departments: ['mer_1.service'] }, milestone: 'resolution' },
    ]
    expect((await save({ internalPledges: internal })).value.faults).toEqual([])
    await publish(1)
    const { value } = await call('getCommitment', { at: { merchant: 'minh-an' } })
    expect(JSON.stringify(value)).not.toContain('handed-over')
    expect((await read()).internalPledges).toEqual(internal)
  })

  it('changes nothing for a request that was filed before', async () => {
    const { code, commitmentVersion } = await fileRequest()
    await save({})
    const { value } = await publish(1)
    expect((await call('getTicket', { at: { code } })).value.commitmentVersion).toBe(commitmentVersion)
    expect((await fileRequest()).commitmentVersion).toBe(value.version)
  })
})

describe('a made-up request', () => {
  const preview = (body: object, locale: 'vi' | 'en' = 'vi', sent = lead()) =>
    call('previewDraft', { body, query: { locale }, ...sent })
  const filed = { request: { kind: 'warranty' }, filedAt: now.toISOString(), late_minutes: [1] }

  it('is told what the draft would promise and owe, in the language that is read', async () => {
    const [pledge] = shopCommitment.pledges
    const within = { amount: 1, unit: 'minute' }
    await save({ document: { ...document, pledges: [{ ...pledge, for: {}, within }] } })
    const { deadlines } = (await preview(filed)).value
    const dueAt = new Date(now.getTime() + minute).toISOString()
    expect(deadlines).toMatchObject([{ pledge: pledge?.id, dueAt, owed: [{ late_minutes: 1 }] }])
    const [, english] = [deadlines, (await preview(filed, 'en')).value.deadlines]
    expect(english[0]?.owed[0]?.lines).not.toEqual(deadlines[0]?.owed[0]?.lines)
    expect(deadlines[0]?.owed[0]?.amount?.currency).toBe('VND')
  })

  it('can not be told anything by a draft with faults', async () => {
    await save({ document: {} })
    expect((await preview(filed)).problem.code).toBe('invalid_body')
  })
})

describe('templates', () => {
  it('are whole commitments, named in the language that is read, in the merchant’s time zone', async () => {
    const { templates } = (await call('getTemplates', { query: { locale: 'en' }, ...lead() })).value
    expect(templates.map(({ id }) => id)).toEqual(['shop', 'electronics', 'services', 'statutory'])
    for (const template of templates) {
      const [calendar] = Object.values(template.document.calendars)
      expect(calendar?.timeZone).toBe('Asia/Ho_Chi_Minh')
      await env.DB.exec('DELETE FROM commitment_drafts')
      expect((await save({ document: template.document })).value.faults).toEqual([])
    }
  })
})

describe('who may do what', () => {
  const acts = [
    ['getDraft', {}],
    [
      'previewDraft',
      { body: { request: { kind: 'support' }, filedAt: now.toISOString(), late_minutes: [] } },
    ],
    ['lookBack', { body: { revision: 0 } }],
    ['getTemplates', {}],
    ['saveDraft', { body: { document: {}, internalPledges: [], revision: 0 } }],
    ['publishDraft', { body: { revision: 1 }, idempotencyKey: 'may-i' }],
    ['discardDraft', { query: { revision: '1' } }],
  ] as const

  it.each(acts)('%s is for owners and leads, and nobody without a session', async (id, sent) => {
    expect((await call(id, sent)).problem.code).toBe('sign_in_needed')
    for (const mailbox of ['nhan.vien', 'dai.ly']) {
      expect((await call(id, { ...sent, cookie: cookieOf(mailbox) })).problem.code).toBe('role_not_allowed')
    }
  })

  it.each(acts)('%s: who may only read may look, and change nothing', async (id, sent) => {
    const { status } = await call(id, { ...sent, cookie: cookieOf('nguoi.xem') })
    const isLook = ['getDraft', 'previewDraft', 'lookBack', 'getTemplates'].includes(id)
    expect(status).toBe(isLook ? 200 : 403)
  })

  it('another merchant has a draft of its own', async () => {
    await save({})
    const other = { cookie: cookieOf('owner', 'song-xanh') }
    expect((await read(other)).revision).toBe(0)
    expect((await publish(1, {}, 'another', other)).problem.code).toBe('draft_not_found')
    const discarded = await call('discardDraft', { query: { revision: '1' }, ...other })
    expect(discarded.problem.code).toBe('draft_not_found')
    expect((await read()).revision).toBe(1)
  })
})
