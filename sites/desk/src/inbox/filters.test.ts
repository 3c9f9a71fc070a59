import { expect, test } from 'vitest'
import { filtersOf, searchOf } from './filters.ts'

test('an address says which list it is, and a list gives that address back', () => {
  const search = '?view=done&status=closed&kind=warranty&owner=me&department=dep_1'
  expect(searchOf(filtersOf(search))).toBe(search)
  expect(searchOf(filtersOf(''))).toBe('')
})

test('what an address says that no list has is left out', () => {
  expect(filtersOf('?status=gone&owner=you&kind=')).toEqual({})
})
