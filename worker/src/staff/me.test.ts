import { env } from 'cloudflare:workers'
import { me as meSchema } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { insertCommitment } from '../commitments/store.ts'
import { insertMerchant } from '../merchants/store.ts'
import { cookiesOf, signInAs } from '../testing/sign-in-as.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testCommitment } from '../testing/test-commitment.ts'
import { testContext } from '../testing/test-context.ts'
import { addStaff } from './add-staff.ts'

const context = testContext(Date.now() - 60_000)
const both = 'hai.noi@example.com'

const address = (path: string) => `https://camket.test/api/v1/desk${path}`

async function readMe(cookie: string, query = '') {
  const response = await app.request(address(`/me${query}`), { headers: { Cookie: cookie } }, env)
  return meSchema.parse(await response.json())
}

const choose = (cookie: string, merchant: string) =>
  app.request(
    address('/auth/merchant'),
    {
      method: 'PUT',
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ merchant }),
    },
    env,
  )

beforeAll(async () => {
  const minhAn = await storeMerchant(context, {
    id: 'mer_1',
    slug: 'minh-an',
    accent: '#0b5d4b',
    handOffReasons: [{ code: 'needs_parts', text: { vi: 'Cần linh kiện', en: 'Needs parts' } }],
  })
  await insertMerchant(
    context.db,
    { ...minhAn, id: 'mer_2', slug: 'song-xanh', name: 'Sống Xanh', locale: 'en', handOffReasons: [] },
    [
      {
        id: 'dep_b',
        merchantId: 'mer_2',
        name: { en: 'Support', vi: 'Hỗ trợ' },
        leadId: 'stf_b',
        kinds: [],
        position: 0,
      },
    ],
    [],
  )
  await env.DB.prepare(
    `INSERT INTO departments (id, merchant_id, name, lead_id, kinds, position)
     VALUES ('dep_1', 'mer_1', '{"vi":"Kỹ thuật"}', 'stf_1', '[]', 1)`,
  ).run()
  await env.DB.prepare(
    `INSERT INTO products (merchant_id, code, name, name_folded, warranty_months)
     VALUES ('mer_1', 'TL-1', 'Tủ lạnh', 'tu lanh', 24)`,
  ).run()
  await insertCommitment(context.db, {
    merchantId: 'mer_1',
    version: 2,
    effectiveFrom: new Date(Date.now() + 86_400_000),
    publishedAt: context.now,
    document: {
      ...testCommitment,
      exclusions: [
        { code: 'not-yet', text: { vi: 'Chưa' }, burdenOfProof: 'merchant', evidenceNeeded: false },
      ],
    },
    internalPledges: null,
    fingerprint: '',
  })
  const atFirst = { merchantId: 'mer_1', role: 'staff' } as const
  await addStaff(context, {
    ...atFirst,
    id: 'stf_1',
    name: 'Ánh',
    email: 'anh@example.com',
    departmentId: 'dep_1',
  })
  await addStaff(context, { ...atFirst, name: 'Đạt', email: 'dat@example.com', role: 'read_only' })
  await addStaff(context, { ...atFirst, name: 'Hai Nơi', email: both, role: 'owner' })
  const later = testContext(Date.now())
  await addStaff(later, { merchantId: 'mer_2', name: 'Hai Nơi', email: both, role: 'read_only' })
  await addStaff(later, {
    merchantId: 'mer_2',
    id: 'stf_b',
    name: 'Bob',
    email: 'bob@example.com',
    role: 'lead',
  })
})

describe('who is signed in', () => {
  it('comes with everything that the desk names things by, in the merchant’s language', async () => {
    const me = await readMe(await signInAs('anh@example.com'))
    expect(me.staff).toEqual({
      id: 'stf_1',
      name: 'Ánh',
      email: 'anh@example.com',
      role: 'staff',
      departmentId: 'dep_1',
    })
    expect(me.merchant).toMatchObject({ slug: 'minh-an', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' })
    expect(me.departments).toEqual([{ id: 'dep_1', name: 'Kỹ thuật', leadId: 'stf_1' }])
    expect(me.staffMembers.map(({ name }) => name)).toEqual(['Ánh', 'Đạt', 'Hai Nơi'])
    expect(me.staffMembers[0]).not.toHaveProperty('email')
    expect(me.handOffReasons).toEqual([{ code: 'needs_parts', text: 'Cần linh kiện' }])
    expect(me.products).toEqual([{ code: 'TL-1', name: 'Tủ lạnh' }])
    const exclusions = testCommitment.exclusions.map(({ code, text, evidenceNeeded }) => ({
      code,
      text: text.vi,
      evidenceNeeded,
    }))
    expect(exclusions.length).toBeGreaterThan(0)
    expect(me.exclusions).toEqual(exclusions)
  })

  it('comes in the language asked for, and in the merchant’s where there is no other', async () => {
    const me = await readMe(await signInAs('anh@example.com'), '?locale=en')
    expect(me.handOffReasons[0]?.text).toBe('Needs parts')
    expect(me.departments[0]?.name).toBe('Kỹ thuật')
  })

  it('shows nothing of another merchant', async () => {
    const me = await readMe(await signInAs('bob@example.com'))
    expect(me.merchant.slug).toBe('song-xanh')
    expect(me.merchants.map(({ slug }) => slug)).toEqual(['song-xanh'])
    expect(me.departments.map(({ id }) => id)).toEqual(['dep_b'])
    expect(me.staffMembers.map(({ name }) => name)).toEqual(['Bob', 'Hai Nơi'])
    expect([me.products, me.handOffReasons, me.exclusions]).toEqual([[], [], []])
  })
})

describe('somebody who works for two merchants', () => {
  it('works for the first, until another is chosen, with the role that goes with it', async () => {
    const cookie = await signInAs(both)
    const first = await readMe(cookie)
    expect([first.merchant.slug, first.staff.role]).toEqual(['minh-an', 'owner'])
    expect(first.merchants.map(({ slug }) => slug)).toEqual(['minh-an', 'song-xanh'])
    const chosen = await choose(cookie, 'song-xanh')
    expect(chosen.status).toBe(204)
    for (const jar of [cookie, cookiesOf(chosen)]) {
      const second = await readMe(jar)
      expect([second.merchant.slug, second.staff.role]).toEqual(['song-xanh', 'read_only'])
    }
  })

  it('cannot choose one where nobody gave them a place', async () => {
    const cookie = await signInAs('bob@example.com')
    for (const slug of ['minh-an', 'no-such-merchant']) expect((await choose(cookie, slug)).status).toBe(404)
    expect((await readMe(cookie)).merchant.slug).toBe('song-xanh')
  })

  it('is one person with one address, and no merchant has them twice', async () => {
    const row = await env.DB.prepare('SELECT count(*) AS n FROM user WHERE email = ?').bind(both).first()
    expect(row).toEqual({ n: 1 })
    await expect(
      addStaff(context, { merchantId: 'mer_1', name: 'x', email: both, role: 'staff' }),
    ).rejects.toThrow()
  })
})
