import { expect, test } from 'vitest'
import { zoneName } from './zone-name.ts'

test('a zone is called by its country, as people say it, and not by its identifier', () => {
  expect(zoneName('Asia/Ho_Chi_Minh', 'vi')).toBe('giờ Việt Nam')
  expect(zoneName('Asia/Ho_Chi_Minh', 'en')).toBe('Vietnam Time')
})
