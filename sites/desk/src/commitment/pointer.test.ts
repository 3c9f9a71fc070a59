import { expect, test } from 'vitest'
import { listAt, movedItem, valueAt, withoutItem, withValue } from './pointer.ts'

const root = { a: [{ b: 1 }, { b: 2 }], 'x/y': { '~': 3 } }

test('a pointer finds what stands there, also under names with strokes and tildes', () => {
  expect(valueAt(root, '/a/1/b')).toBe(2)
  expect(valueAt(root, '/x~1y/~0')).toBe(3)
  expect(valueAt(root, '/a/7/b')).toBeUndefined()
  expect(listAt(root, '/a/0/b')).toEqual([])
})

test('a change leaves everything else as it is, and the old document too', () => {
  expect(withValue(root, '/a/0/b', 9)).toEqual({ ...root, a: [{ b: 9 }, { b: 2 }] })
  expect(withValue(root, '/new/deep', 'x')).toEqual({ ...root, new: { deep: 'x' } })
  expect(Object.keys(withValue({ a: 1, b: 2, c: 3 }, '/b', 0))).toEqual(['a', 'b', 'c'])
  expect(withValue(root, '/x~1y/~0', undefined)).toEqual({ ...root, 'x/y': {} })
  expect(root.a[0]).toEqual({ b: 1 })
})

test('items are taken away and moved by their place, and never beyond the ends', () => {
  expect(withoutItem(root, '/a/0').a).toEqual([{ b: 2 }])
  expect(movedItem(root, '/a/0', 1).a).toEqual([{ b: 2 }, { b: 1 }])
  expect(movedItem(root, '/a/0', -1)).toBe(root)
})
