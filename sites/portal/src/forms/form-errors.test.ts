import type { Failure } from '@camket/contracts/client'
import { describe, expect, it } from 'vitest'
import { vi } from '../strings/vi.ts'
import { fieldOf, fileErrors, formErrors } from './form-errors.ts'

const labels = { subject: 'Tiêu đề', email: 'Email', 'purchased-on': 'Ngày mua' }

function refused(...errors: [pointer: string, code: string][]): Failure {
  const members = errors.map(([pointer, code]) => ({ pointer, code, message: '' }))
  const problem = {
    type: '',
    title: '',
    status: 422,
    detail: '',
    code: 'invalid_body',
    requestId: 'r',
    errors: members,
  }
  return { ok: false, problem: problem as Failure['problem'] }
}
const failed = (code: string, retryAfterSeconds?: number): Failure => ({
  ok: false,
  problem: { code, status: 400, detail: '', type: '', title: '', requestId: '' } as Failure['problem'],
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
})

describe('what the API finds wrong', () => {
  it.each([
    ['/customer/email', 'email'],
    ['/product/orderNumber', 'order-number'],
    ['/callback', 'callback-day'],
    ['/callback/to', 'callback-to'],
    ['/attachments/3', 'files'],
    ['/text', 'message'],
    ['/kind', undefined],
  ])('%s is told at its field', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field)
  })

  it('is told in the reader’s words, with the label that the form shows', () => {
    const failure = refused(
      ['/subject', 'too_small'],
      ['/customer/email', 'email_or_phone_needed'],
      ['/product/purchasedOn', 'invalid_format'],
    )
    expect(formErrors(failure, vi.error, labels)).toEqual([
      { field: 'subject', text: 'Tiêu đề: xin điền vào ô này.' },
      { field: 'email', text: 'Xin cho email hoặc số điện thoại.' },
      { field: 'purchased-on', text: 'Ngày mua: xin chọn một ngày.' },
    ])
  })

  it('says what to do where no field is to blame', () => {
    expect(formErrors(failed('rate_limited', 42), vi.error, {})[0]?.text).toContain('42 giây')
    expect(formErrors(failed('idempotency_key_reused'), vi.error, {})).toEqual([
      { text: vi.error.alreadySent },
    ])
    expect(formErrors(failed('internal'), vi.error, {})).toEqual([{ text: vi.error.failed }])
  })

  it('names each file', () => {
    const read = {
      fields: new Map(),
      files: [],
      fileErrors: [{ name: 'a.exe', reason: 'type' as const }],
      hasTooMany: true,
      isTooLarge: false,
    }
    const [type, many] = fileErrors(read, vi.error, 5)
    expect(type?.text).toContain('a.exe')
    expect(many).toEqual({ field: 'files', text: vi.error.tooManyFiles(5) })
  })
})
