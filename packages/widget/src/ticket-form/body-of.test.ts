import { expect, test } from 'vitest'
import { bodyOf } from './body-of.ts'

test('a name says where its value goes, and what is empty is left out', () => {
  expect(bodyOf({ text: 'Máy kêu to.', comment: '' }, [])).toEqual({ text: 'Máy kêu to.' })
})

test('members of the body are merged, and what belongs to one of them goes into it', () => {
  const said = { _take: '{"offer":0,"payTo":{"way":"bank"}}', 'payTo/bank': 'ACB', 'payTo/account': '123456' }
  expect(bodyOf(said, [])).toEqual({ offer: 0, payTo: { way: 'bank', bank: 'ACB', account: '123456' } })
})

test('files go along by their ids', () => {
  const file = { id: 'att_1', name: 'a', type: 'image/png', size: 1, uploadedAt: '' }
  expect(bodyOf({ text: 'x' }, [file])).toEqual({ text: 'x', attachments: ['att_1'] })
})
