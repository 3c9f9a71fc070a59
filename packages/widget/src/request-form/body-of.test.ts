import { expect, test } from 'vitest'
import { config } from '../testing/sample.ts'
import { bodyOf } from './body-of.ts'

const around = { locale: 'vi', config, known: { prefill: {}, attributes: {} } } as const
const page = 'https://minh-an.example/tu-lanh'
const fields = { message: 'x', name: 'Đào', phone: '0912 345 678' }
const subjectOf = (message: string) =>
  bodyOf({ kind: 'support', fields: { ...fields, message } }, around, { files: [], page }).subject

test('the body says what was typed, trimmed, and nothing that was not asked for', () => {
  const typed = {
    ...fields,
    message: ' Không đông ',
    product: ' Tủ lạnh ',
    purchasedOn: '2026-05-01',
    day: '2026-11-24',
  }
  const file = { id: 'att_1', name: 'a.jpg', type: 'image/jpeg', size: 1, uploadedAt: '2026-11-23T02:00:00Z' }
  expect(bodyOf({ kind: 'warranty', fields: typed }, around, { files: [file], page })).toEqual({
    kind: 'warranty',
    locale: 'vi',
    channel: 'widget',
    page: 'https://minh-an.example/tu-lanh',
    subject: 'Không đông',
    message: 'Không đông',
    product: { name: 'Tủ lạnh', purchasedOn: '2026-05-01' },
    customer: { name: 'Đào', phone: '0912 345 678' },
    attachments: ['att_1'],
  })
})

test('a call is asked for in the merchant’s zone', () => {
  const values = {
    kind: 'callback',
    fields: { ...fields, day: '2026-11-24', from: '09:00', to: '11:00' },
  } as const
  expect(bodyOf(values, around, { files: [], page }).callback).toEqual({
    from: '2026-11-24T02:00:00.000Z',
    to: '2026-11-24T04:00:00.000Z',
  })
})

test('the subject is the first line that says something, cut without splitting a character', () => {
  expect(subjectOf('\n  Máy kêu to \nTừ tối qua')).toBe('Máy kêu to')
  expect(subjectOf(`${'x'.repeat(199)}😀 và`)).toBe('x'.repeat(199))
})
