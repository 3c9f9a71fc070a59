import { expect, test } from 'vitest'
import { requestTitle } from './request-title.ts'

test('a request of a kind as a heading', () => {
  expect(requestTitle('warranty', 'vi')).toBe('Yêu cầu bảo hành')
  expect(requestTitle('warranty', 'en')).toBe('Warranty request')
  expect(requestTitle('complaint', 'en')).toBe('Complaint')
})
