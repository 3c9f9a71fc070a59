import { deskFileBody } from '@camket/contracts'
import { expect, test } from 'vitest'
import { bodyOf } from './body-of.ts'

const fields = {
  kind: 'callback',
  channel: 'phone',
  subject: 'Gọi lại',
  message: 'Nhờ gọi lại về hóa đơn',
  name: 'Chị Đào',
  phone: '0912 345 678',
  email: '',
  type: 'consumer',
  locale: 'vi',
  callbackDay: '2026-11-24',
  callbackFrom: '09:00',
  callbackTo: '11:00',
}

test('what staff type is a filing that the API takes', () => {
  const body = bodyOf(fields, 'Asia/Ho_Chi_Minh')
  expect(deskFileBody.parse(body).callback).toEqual({
    from: '2026-11-24T02:00:00.000Z',
    to: '2026-11-24T04:00:00.000Z',
  })
  expect(body.customer).toEqual({ name: 'Chị Đào', type: 'consumer', phone: '0912 345 678' })
})

test('empty fields are left out, so that none is refused for being empty', () => {
  const body = bodyOf({ ...fields, kind: 'support', serial: ' ', productName: 'Tivi' }, 'Asia/Ho_Chi_Minh')
  expect(body.product).toEqual({ name: 'Tivi' })
  expect(body).not.toHaveProperty('callback')
})
