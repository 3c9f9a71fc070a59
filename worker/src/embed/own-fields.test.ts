import type { FileTicketInput, OwnField } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { ticketOf } from '../testing/desk.ts'
import { requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { setUp } from '../testing/set-up-embed.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'

const fields: OwnField[] = [
  {
    name: 'branch',
    type: 'choice',
    required: true,
    label: { vi: 'Chi nhánh', en: 'Branch' },
    choices: [
      { value: 'q1', label: { vi: 'Quận 1', en: 'District 1' } },
      { value: 'q7', label: { vi: 'Quận 7', en: 'District 7' } },
    ],
  },
  { name: 'floor', type: 'number', required: false, label: { vi: 'Tầng' }, min: 1, max: 60, whole: true },
  { name: 'delivered', type: 'date', required: false, label: { vi: 'Ngày giao' }, earliest: '2020-01-01' },
  { name: 'note', type: 'text', required: false, label: { vi: 'Ghi chú' }, charsMax: 5 },
  {
    name: 'invoice',
    type: 'file',
    required: true,
    kinds: ['warranty'],
    label: { vi: 'Hóa đơn', en: 'Invoice' },
  },
]

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  expect((await setUp({ fields })).status).toBe(200)
})

const file = (changed: Partial<FileTicketInput>) =>
  call('fileTicket', {
    at: { merchant: 'minh-an' },
    body: requestOf({ kind: 'support', fields: { branch: 'q7' }, ...changed }),
    idempotencyKey: crypto.randomUUID(),
  })

const faults = async (changed: Partial<FileTicketInput>) => {
  const { problem } = await file(changed)
  expect(problem.code).toBe('invalid_body')
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('a merchant’s own fields', () => {
  it('are shown to the widget in its language, with their limits', async () => {
    const { value } = await call('getWidgetConfig', { at: { merchant: 'minh-an' }, query: { locale: 'en' } })
    expect(value.fields[0]).toEqual({
      name: 'branch',
      type: 'choice',
      required: true,
      label: 'Branch',
      choices: [
        { value: 'q1', label: 'District 1' },
        { value: 'q7', label: 'District 7' },
      ],
    })
    expect(value.fields[1]).toMatchObject({ label: 'Tầng', min: 1, max: 60, whole: true })
  })

  it.each([
    [{}, ['/fields/branch too_small']],
    [{ branch: ' ' }, ['/fields/branch too_small']],
    [{ branch: 'q9' }, ['/fields/branch unknown_choice']],
    [{ branch: 'q1', floor: '0' }, ['/fields/floor below_least']],
    [{ branch: 'q1', floor: '61' }, ['/fields/floor above_most']],
    [{ branch: 'q1', floor: '1.5' }, ['/fields/floor invalid_format']],
    [{ branch: 'q1', floor: '1e3' }, ['/fields/floor invalid_format']],
    [{ branch: 'q1', delivered: '2026-02-30' }, ['/fields/delivered invalid_format']],
    [{ branch: 'q1', delivered: '2019-12-31' }, ['/fields/delivered below_least']],
    [{ note: 'sáu chữ' }, ['/fields/branch too_small', '/fields/note too_big']],
  ])('refuse %j with pointers', async (values, expected) => {
    expect(await faults({ fields: values })).toEqual(expected)
  })

  it('of a kind are asked for with that kind alone; a file is one of the attachments', async () => {
    expect((await file({})).status).toBe(201)
    expect(await faults({ kind: 'warranty' })).toEqual(['/fields/invoice too_small'])
    const id = await storeUpload()
    const values = { branch: 'q1', invoice: id }
    expect(await faults({ kind: 'warranty', fields: values })).toEqual(['/fields/invoice attachment_needed'])
    expect((await file({ kind: 'warranty', fields: values, attachments: [id] })).status).toBe(201)
  })

  it('stand with the request as people read them, for the customer and for staff, beside what a page said itself', async () => {
    const id = await storeUpload()
    const values = { plan: 'gold', invoice: id, delivered: '2026-05-01', floor: '12', branch: 'q7' }
    const { value } = await file({ kind: 'warranty', fields: values, attachments: [id] })
    const at = { code: value.code }
    const seen = await call('getTicket', { at, key: value.key, query: { locale: 'en' } })
    expect(seen.value).toMatchObject({
      fields: values,
      filledFields: [
        { name: 'branch', label: 'Branch', text: 'District 7' },
        { name: 'floor', label: 'Tầng', text: '12' },
        { name: 'delivered', label: 'Ngày giao', text: 'May 1, 2026' },
        { name: 'invoice', label: 'Invoice', text: 'ảnh.png', attachment: id },
        { name: 'plan', label: 'plan', text: 'gold' },
      ],
    })
    expect((await ticketOf(value.code)).filledFields?.[0]).toMatchObject({
      label: 'Chi nhánh',
      text: 'Quận 7',
    })
    // Anyone with the code alone learns nothing of it.
    expect(JSON.stringify((await call('getTicket', { at })).value)).not.toMatch(/gold|Quận/)
  })

  it('that a merchant takes away leave what was filed', async () => {
    const { value } = await file({ fields: { branch: 'q7' } })
    await setUp({ fields: [] })
    expect((await ticketOf(value.code)).filledFields).toEqual([
      { name: 'branch', label: 'branch', text: 'q7' },
    ])
    await setUp({ fields })
  })

  it('may be left out by staff who type for a caller, but not filled in wrongly', async () => {
    const asStaff = (values: Record<string, string>) =>
      call('fileTicketAsStaff', {
        body: { ...requestOf({ kind: 'support', fields: values }), channel: 'phone' },
        idempotencyKey: crypto.randomUUID(),
        cookie: cookieOf('nhan.vien'),
      })
    expect((await asStaff({})).status).toBe(201)
    expect((await asStaff({ branch: 'q9' })).problem.errors).toMatchObject([{ pointer: '/fields/branch' }])
  })

  it('changed after a request was taken do not make its retry fail', async () => {
    const sent = {
      at: { merchant: 'minh-an' },
      body: requestOf({ kind: 'support', fields: { branch: 'q1' } }),
      idempotencyKey: crypto.randomUUID(),
    }
    const first = await call('fileTicket', sent)
    await setUp({ fields: [{ name: 'more', type: 'text', required: true, label: { vi: 'Thêm' } }] })
    const again = await call('fileTicket', sent)
    expect([again.status, again.value, again.headers.get('Idempotency-Replayed')]).toEqual([
      201,
      first.value,
      'true',
    ])
  })
})
