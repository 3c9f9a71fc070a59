import type { FileTicketInput, WidgetConfig } from '@camket/contracts'
import { afterEach, describe, expect, test } from 'vitest'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { requestDrafts } from '../request-form/request-drafts.ts'
import type { RequestForm } from '../request-form/request-form.ts'
import { find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, preview, receipt, refuseWith, sessionOf } from '../testing/sample.ts'

const fields: WidgetConfig['fields'] = [
  {
    name: 'branch',
    type: 'choice',
    label: 'Chi nhánh',
    required: true,
    choices: [
      { value: 'q1', label: 'Quận 1' },
      { value: 'q7', label: 'Quận 7' },
    ],
  },
  {
    name: 'weight',
    type: 'number',
    label: 'Nặng (kg)',
    required: false,
    min: 0.5,
    max: 60,
    hint: 'Cả bao bì',
  },
  { name: 'floor', type: 'number', label: 'Tầng', required: false, whole: true },
  { name: 'delivered', type: 'date', label: 'Ngày giao', required: false, earliest: '2020-01-01' },
  { name: 'name', type: 'text', label: 'Tên máy', required: false, charsMax: 5 },
  { name: 'story', type: 'text', label: 'Kể thêm', required: false, lines: 'many' },
  { name: 'invoice', type: 'file', label: 'Hóa đơn', required: true, kinds: ['warranty'] },
]

const uploaded = { id: 'att_01J00000000000000000000000', name: 'hoa-don.png', type: 'image/png', size: 3 }

async function mountForm(filed: Answer, kind: 'support' | 'warranty', locale: 'vi' | 'en' = 'vi') {
  const filings: FileTicketInput[] = []
  const session = await sessionOf(async (request) => {
    if (request.url.endsWith('/deadlines')) return answerWith(preview)
    if (request.url.endsWith('/attachments')) return answerWith(uploaded, 201)
    filings.push(await request.clone().json())
    return filed(request)
  }, locale)
  const config = { ...session.config, fields }
  const form = await mount<RequestForm>('camket-request-form', { session: { ...session, config }, kind })
  await expect.poll(() => form.shadowRoot?.querySelector('#own-branch')).toBeTruthy()
  return { form, filings }
}

async function fill(form: RequestForm): Promise<void> {
  type(form, '#message', 'Ngăn đá không đông')
  type(form, '#name', 'Đào')
  type(form, '#phone', '0912 345 678')
  await settled(form)
}

function choose(form: RequestForm, value: string): void {
  const select = find<HTMLSelectElement>(form, '#own-branch')
  select.value = value
  select.dispatchEvent(new Event('input', { bubbles: true }))
}

const errorAt = (form: RequestForm, name: string) => find(form, `#own-${name}-error`).textContent

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('a merchant’s own fields', () => {
  test.each(['vi', 'en'] as const)('are accessible in %s, empty and with errors', async (locale) => {
    const { form } = await mountForm(() => answerWith(receipt, 201), 'warranty', locale)
    expect(await violations()).toEqual([])
    find(form, '.btn.primary').click()
    await settled(form)
    expect(await violations()).toEqual([])
  })

  test('are filed as they were filled in, beside fields of ours that have the same name', async () => {
    const { form, filings } = await mountForm(() => answerWith(receipt, 201), 'support')
    await fill(form)
    choose(form, 'q7')
    type(form, '#own-weight', '12,5')
    type(form, '#own-delivered', '2026-05-01')
    type(form, '#own-name', 'Lạnh')
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await received
    expect(filings[0]?.fields).toEqual({
      branch: 'q7',
      weight: '12.5',
      delivered: '2026-05-01',
      name: 'Lạnh',
    })
    expect(filings[0]?.customer.name).toBe('Đào')
  })

  test('say what is wrong before anything is sent, and lead there', async () => {
    const { form, filings } = await mountForm(() => answerWith(receipt, 201), 'support')
    await fill(form)
    const wrong = { weight: '0,1', floor: '1,5', delivered: '2019-12-31', name: 'Sáu chữ' }
    for (const [name, value] of Object.entries(wrong)) type(form, `#own-${name}`, value)
    find(form, '.btn.primary').click()
    await settled(form)
    expect(filings).toEqual([])
    expect(form.shadowRoot?.activeElement).toBe(find(form, '.summary'))
    expect(errorAt(form, 'branch')).toBe('Chưa điền mục này.')
    expect(errorAt(form, 'weight')).toContain('0,5')
    expect(errorAt(form, 'floor')).toContain('số nguyên')
    expect(errorAt(form, 'delivered')).toContain('2020')
    expect(errorAt(form, 'name')).toContain('5 ký tự')
    const first = find(form, '.summary button')
    expect(first.textContent).toContain('Chi nhánh')
    first.click()
    expect(form.shadowRoot?.activeElement?.id).toBe('own-branch')
    choose(form, 'q1')
    await settled(form)
    expect(errorAt(form, 'branch')).toBe('')
  })

  test('show beside them what the server did not accept', async () => {
    const errors = [{ pointer: '/fields/story', code: 'too_big', message: '' }]
    const { form } = await mountForm(() => refuseWith('invalid_body', 422, { errors }), 'support')
    await fill(form)
    choose(form, 'q7')
    find(form, '.btn.primary').click()
    await expect.poll(() => errorAt(form, 'story')).toBe('Mục này chưa được chấp nhận; xin xem lại.')
  })

  test('keep a file and what was chosen over a reload, and file it as an attachment', async () => {
    const { form } = await mountForm(() => answerWith(receipt, 201), 'warranty')
    await fill(form)
    choose(form, 'q1')
    const file = new File(['abc'], 'hoa-don.png', { type: 'image/png' })
    find<PhotoPicker>(form, '#own-invoice').add([file])
    await expect.poll(() => requestDrafts('minh-an').read(new Date())?.draft.files.length).toBe(1)

    const again = await mountForm(() => answerWith(receipt, 201), 'warranty')
    await settled(again.form)
    expect(find<HTMLSelectElement>(again.form, '#own-branch').value).toBe('q1')
    const received = next(again.form, 'received')
    find(again.form, '.btn.primary').click()
    await received
    expect(again.filings[0]).toMatchObject({
      attachments: [uploaded.id],
      fields: { branch: 'q1', invoice: uploaded.id },
    })
  })
})
